// tables.mjs FOLDER - the open data of a built site: a CSV library reads each table, it has
// the same rows and fields as its JSON and the catalogue, nothing in it would be run by a
// spreadsheet, and the catalogue (DCAT) tells each file's size.
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import { Findings } from "../portal/walk.mjs";

const [dir] = process.argv.slice(2);
const findings = new Findings();
const check = (holds, what) => findings.check(holds, "not so", what);

// What a cell of CSV has of a value of JSON.
const flat = (v) => {
	if (v === null) return "";
	if (Array.isArray(v)) return v.map(flat).join("; ");
	if (typeof v === "object") return flat(v.ten);
	return String(v);
};
const harmless = (text) => (/^[=+\-@\t\r\n]/.test(text) ? "'" + text : text);

function readCsv(file) {
	const text = readFileSync(file, "utf8");
	check(text.startsWith("\ufeff"), `${file} begins with the mark by which Excel knows UTF-8`);
	check(text.endsWith("\r\n") && !/[^\r]\n/.test(text.replace(/"(?:[^"]|"")*"/g, "")), `${file} has lines of CR LF`);
	const read = Papa.parse(text.slice(1).trimEnd(), { header: true });
	check(read.errors.length === 0, `${file} is read without errors: ${JSON.stringify(read.errors[0])}`);
	return read;
}

function checkRow(file, row, line, fields) {
	for (const field of fields) {
		const cell = line[field];
		check(typeof row[field] === "number" ? cell !== "" && Number(cell) === row[field] : cell === harmless(flat(row[field])),
			`${file}: ${field} of ${row.ma ?? row.tt}: "${cell}" and "${flat(row[field])}"`);
		check(!/^[=+\-@\t\r\n]/.test(cell), `${file}: "${cell}" would be run`);
	}
}

function checkTable(name, page) {
	const json = JSON.parse(readFileSync(join(dir, "du-lieu-mo", `${name}.json`), "utf8"));
	const file = join(dir, "du-lieu-mo", `${name}.csv`);
	const csv = readCsv(file);
	const fields = csv.meta.fields;
	check(json.du_lieu.length > 0 && csv.data.length === json.du_lieu.length,
		`${name}: ${csv.data.length} rows of CSV, ${json.du_lieu.length} of JSON`);
	json.du_lieu.forEach((row, i) => checkRow(file, row, csv.data[i] ?? {}, fields));
	for (const row of json.du_lieu) check(/^https:\/\//.test(row.url), `${name}: ${row.url} is whole`);
	for (const key of Object.keys(json.du_lieu[0])) {
		check(page.includes(`<th scope="row"><code>${key}</code></th>`), `the catalogue tells of ${name}: ${key}`);
		check(fields.includes(key) || page.includes("Chỉ có trong tệp JSON"), `${name}: ${key} is in the CSV`);
	}
	check(page.includes(`<span>${json.du_lieu.length} dòng</span>`), `the catalogue counts the rows of ${name}`);
	check(/^\d{4}-\d\d-\d\d$/.test(json.cap_nhat), `${name} bears a day`);
}

const page = readFileSync(join(dir, "du-lieu-mo", "index.html"), "utf8");
const names = readdirSync(join(dir, "du-lieu-mo")).filter((n) => n.endsWith(".csv")).map((n) => n.slice(0, -4));
check(names.length === 5, `five tables: ${names}`);
for (const name of names) checkTable(name, page);

// DCAT
const catalogue = JSON.parse(readFileSync(join(dir, "du-lieu-mo", "danh-muc.json"), "utf8"));
check(catalogue["@type"] === "dcat:Catalog" && catalogue["dcat:dataset"].length === names.length, "the catalogue has all tables");
for (const set of catalogue["dcat:dataset"]) {
	check(names.includes(set["dct:identifier"]), `${set["dct:identifier"]} is a table`);
	check(!isNaN(Date.parse(set["dct:modified"]["@value"])), `${set["dct:identifier"]} was changed on a day`);
	for (const file of set["dcat:distribution"]) {
		const path = join(dir, file["dcat:downloadURL"]["@id"].replace(catalogue["foaf:homepage"]["@id"], ""));
		check(existsSync(path) && statSync(path).size === Number(file["dcat:byteSize"]["@value"]), `${path} is as large as the catalogue says`);
		check(/^https:\/\/www\.iana\.org\/assignments\/media-types\/(text\/csv|application\/json)$/.test(file["dcat:mediaType"]["@id"]), `${path} has a type`);
	}
}

findings.end();

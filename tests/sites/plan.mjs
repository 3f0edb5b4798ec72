// plan.mjs - does the page of a plan show every paragraph, task, target and deadline of its
// YAML? Walks the file, not knowing what it means, and looks for each text in the page.
//
//	node plan.mjs PLAN.yaml PAGE.html
import { readFileSync } from "node:fs";
import { Findings, unescapeHtml } from "./table.mjs";

const [file, page] = process.argv.slice(2);

// Block mappings and lists of quoted texts, numbers, true and null: all that these files
// are made of. What is anything else stops the test.
function parse(lines) {
	let i = 0;
	const scalar = (s, at) => {
		if (s === "null" || s === "[]") return null;
		if (s === "true" || s === "false" || /^-?\d+$/.test(s)) return s;
		if (/^".*"$/.test(s)) return JSON.parse(s);
		throw new Error(`${file}:${at}: not understood: ${s}`);
	};
	const value = (rest, indent, at) => {
		if (rest !== "") return scalar(rest, at);
		const next = lines[i];
		if (!next || next.indent <= indent) return null;
		return next.text.startsWith("- ") ? list(next.indent) : map(next.indent);
	};
	const map = (indent) => {
		const out = {};
		while (lines[i] && lines[i].indent === indent && !lines[i].text.startsWith("- ")) {
			const { text, at } = lines[i++];
			const [, key, rest] = text.match(/^([a-z0-9_]+):(?: (.*))?$/) ?? [];
			if (!key) throw new Error(`${file}:${at}: not understood: ${text}`);
			out[key] = value(rest ?? "", indent, at);
		}
		return out;
	};
	const list = (indent) => {
		const out = [];
		while (lines[i] && lines[i].indent === indent && lines[i].text.startsWith("- ")) {
			const { text, at } = lines[i];
			if (/^- [a-z0-9_]+:/.test(text)) {
				lines[i] = { indent: indent + 2, text: text.slice(2), at };
				out.push(map(indent + 2));
			} else {
				i++;
				out.push(scalar(text.slice(2), at));
			}
		}
		return out;
	};
	const whole = map(0);
	if (i < lines.length) throw new Error(`${file}:${lines[i].at}: not understood: ${lines[i].text}`);
	return whole;
}

const lines = readFileSync(file, "utf8")
	.split("\n")
	.map((line, i) => ({ indent: line.match(/^ */)[0].length, text: line.trim(), at: i + 1 }))
	.filter(({ text }) => text && !text.startsWith("#"));

// Codes that whoever copied the plan gave, and where it was copied from: no words of the
// plan. A unit's code stands for its name, which is looked for where the plan gives it.
const codes = new Set([
	"luoc_do ma loai ten_loai tep chat_luong nhom linh_vuc kenh chi_so chu_ky vai_tro dem cach_dem the_loai do_tin",
	"so_loai so_luong nam ky la_nhom thieu_chu toi_thieu_hinh_thuc toi_thieu ty_le_phan_tram so_tien",
	"id tai don_vi_lap thuc_hien phoi_hop chu_tri nguoi_gui tinh_thanh",
].join(" ").split(" "));

const html = readFileSync(page, "utf8");
const main = html.slice(html.indexOf("<main"), html.indexOf("</main>"));
const flat = (s) => s.replace(/\s+/g, " ").trim();
const shown = flat(unescapeHtml(main.replace(/<[^>]*>/g, ""))).toLowerCase();
const dates = new Set([...main.matchAll(/<time datetime="([^"]*)"/g)].map((m) => m[1]));
const units = {};
const findings = new Findings();
let texts = 0;

function look(where, key, value) {
	texts++;
	if (/^\d{4}-[\dX]{2}-[\dX]{2}$/.test(value)) {
		const known = value.replace(/-XX/g, "");
		return findings.check(dates.has(known), where, `the page has no date ${known}`);
	}
	findings.check(shown.includes(flat(value).toLowerCase()), where, `the page does not have "${value}"`);
}

function walk(where, key, value) {
	if (value === null) return;
	if (Array.isArray(value)) return value.forEach((item, n) => walk(`${where}.${n + 1}`, key, item));
	if (typeof value === "object")
		return Object.entries(value).forEach(([name, item]) => walk(`${where}.${name}`, name, item));
	if (codes.has(key)) return;
	if (key === "don_vi") return look(where, key, units[value]);
	look(where, key, value);
}

const plan = parse(lines);
for (const unit of plan.don_vi_tham_gia) units[unit.ma] = unit.ten;
walk("", "", plan);

// Who does a thing is named beside it.
for (const list of ["chi_tieu", "hinh_thuc"]) {
	for (const row of plan[list] ?? []) {
		for (const code of [...(row.thuc_hien ?? []), ...(row.phoi_hop ?? []), ...(row.chu_tri ?? [])])
			look(`${list}.${row.tt ?? row.id}`, "don_vi", units[code]);
	}
}
// A target is a row of the annex table: short texts ("5") say nothing elsewhere.
const rows = [...main.matchAll(/<tr>\s*<th scope="row"[^>]*>([^<]*)<\/th>([^]*?)<\/tr>/g)];
for (const target of plan.chi_tieu ?? []) {
	const [, , row] = rows.find((m) => m[1].trim() === target.tt) ?? [];
	const cells = flat(unescapeHtml((row ?? "").replace(/<[^>]*>/g, " ")));
	for (const key of ["noi_dung", "the_loai_goc", "so_luong_goc", "thoi_gian_goc"])
		if (target[key]) findings.check(cells.includes(target[key]), `chi_tieu.${target.tt}.${key}`, `its row does not have it: ${cells}`);
	if (target.han) findings.check(row?.includes(target.han), `chi_tieu.${target.tt}.han`, "its row does not have it");
}
// What it rests on leads to the site's own records.
for (const basis of plan.can_cu ?? [])
	findings.check(new RegExp(`<a href="[^"]*/van-ban/[^"]*">[^<]* số ${basis.so_ky_hieu}</a>`).test(main), "can_cu", `no link to ${basis.so_ky_hieu}`);
findings.check(texts > 80, file, `only ${texts} texts were found in it`);
findings.end();

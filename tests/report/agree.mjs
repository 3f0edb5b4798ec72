// agree.mjs - does a report say the same as JSON, as CSV and on each of its pages?
//
//	node agree.mjs REPORT.json REPORT.csv PAGE.html...
import { readFileSync } from "node:fs";
import { withoutCharts } from "../portal/walk.mjs";

const [jsonFile, csvFile, ...pages] = process.argv.slice(2);
const record = JSON.parse(readFileSync(jsonFile, "utf8"));
const numbers = ["phai_dat", "da_dat", "ca_ky", "loai_phai_dat", "loai_da_dat", "loai_ca_ky", "khoang_trong"];
let failed = 0;
let passed = 0;

const expect = (what, want, got) => {
	if (String(want) === String(got)) {
		passed++;
	} else {
		failed++;
		console.log(`${what}: ${want} and ${got}`);
	}
};

// RFC 4180, without line ends in cells.
const cells = (line) =>
	[...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((m) => (m[1] ?? m[2]).replaceAll('""', '"'));

const [head, ...rows] = readFileSync(csvFile, "utf8").replace(/^\ufeff/, "").trimEnd().split("\r\n").map(cells);
expect("rows of the CSV", record.ket_qua_chi_tieu.length, rows.length);
record.ket_qua_chi_tieu.forEach((row, i) => {
	for (const key of [...numbers, "tt", "tinh_trang"]) {
		expect(`CSV ${row.tt} ${key}`, row[key] ?? "", rows[i]?.[head.indexOf(key)]);
	}
});

const grouped = (n) => String(n).replace(/\B(?=(\d{3})+$)/g, ".");
const text = (html) => html.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");

for (const page of pages) {
	const html = withoutCharts(readFileSync(page, "utf8"));
	const lines = [...html.matchAll(/<tr[^>]*><th scope="row"[^>]*>([^]*?)<\/tr>/g)].map((m) => text(m[1]));
	record.ket_qua_chi_tieu.forEach((row, i) => {
		const line = lines[i] ?? "";
		const want = [row.phai_dat, row.da_dat, row.ca_ky, row.loai_da_dat, row.khoang_trong]
			.filter((n) => n !== undefined)
			.map(grouped);
		for (const n of want) {
			expect(`${page}: ${row.tt} has ${n}`, true, ` ${line} `.includes(` ${n} `) || line.includes(`: ${n})`));
		}
		for (const unit of row.theo_don_vi) {
			expect(`${page}: ${row.tt} ${unit.don_vi}`, true, line.includes(`viết ${unit.viet}, phối hợp ${unit.phoi_hop}`));
		}
	});
	expect(`${page}: targets`, record.ket_qua_chi_tieu.length, lines.length);
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed || !passed ? 1 : 0);

// progress.mjs - does a progress page, and the report as JSON for the same days, say what
// was counted by hand?
//
//	node progress.mjs TABLE.tsv PAGE.html REPORT.json
import { readFileSync } from "node:fs";
import { rowsOf, Findings, unescapeHtml, withoutCharts } from "./table.mjs";

const [table, page, json] = process.argv.slice(2);
const html = withoutCharts(readFileSync(page, "utf8"));
const report = JSON.parse(readFileSync(json, "utf8"));
const findings = new Findings();

const text = (part) => unescapeHtml(part.replace(/<[^>]*>/g, " ")).replace(/\s+/g, " ").trim();

// The section of the page whose heading has that id.
const section = (id) => html.match(new RegExp(`<section[^>]*>\\s*<h2 id="${id}"[^]*?</section>`))?.[0] ?? "";

// {head of the row: [cells]} of the first table of a section.
const tableIn = (id) =>
	Object.fromEntries(
		[...section(id).matchAll(/<tr[^>]*>\s*<th scope="row"[^>]*>([^]*?)<\/th>([^]*?)<\/tr>/g)].map((m) => [
			text(m[1]),
			[...m[2].matchAll(/<td[^>]*>([^]*?)<\/td>/g)].map((cell) => cell[1]),
		]),
	);

const number = (cell) => text(cell ?? "").replaceAll(".", "").split(" ")[0];
const sorts = (cell) => text(cell ?? "").match(/(\d+) loại/)?.[1] ?? "";
const state = (part) => part.match(/nhan-(dat|dang-thuc-hien|cham|qua-han|chua-ro)/)?.[1] ?? "";

const targets = tableIn("bang_tien_do");
const forms = tableIn("theo_hinh_thuc");
const tasks = tableIn("theo_nhiem_vu");
const channels = tableIn("theo_kenh");
const units = tableIn("theo_don_vi");
const items = (id) => [...section(id).matchAll(/<li>([^]*?)<\/li>/g)].map((m) => m[1]);
const demands = items("yeu_cau_khac");
const reports = items("han_bao_cao");
const silent = section("don_vi_tham_gia");

const seen = { targets: new Set(), forms: new Set(), tasks: new Set(), units: new Set() };
const known = (n) => (n === undefined ? "–" : String(n));

const checks = {
	"chi-tieu": (row) => {
		const cells = targets[row.mục] ?? [];
		const live = report.ket_qua_chi_tieu.find((x) => x.tt === row.mục) ?? {};
		seen.targets.add(row.mục);
		return {
			"đã có": [number(cells[1]), known(live.da_dat)],
			"phải đạt": [number(cells[2]), known(live.phai_dat)],
			"cả kỳ": [number(cells[3]), known(live.ca_ky)],
			"tình trạng": [state(cells[5] ?? ""), live.tinh_trang],
		};
	},
	"so-loai": (row) => {
		const cells = targets[row.mục] ?? [];
		const live = report.ket_qua_chi_tieu.find((x) => x.tt === row.mục) ?? {};
		return {
			"đã có": [sorts(cells[1]), known(live.loai_da_dat)],
			"phải đạt": [sorts(cells[2]), known(live.loai_phai_dat)],
			"cả kỳ": [sorts(cells[3]), known(live.loai_ca_ky)],
		};
	},
	"khoang-trong": (row) => {
		const live = report.ket_qua_chi_tieu.find((x) => x.tt === row.mục) ?? {};
		const said = section(`chi_tieu_${row.mục}`).match(/Lâu nhất ([\d.]+) ngày/)?.[1];
		return { "đã có": [said ?? "", known(live.khoang_trong)] };
	},
	"yeu-cau": (row) => {
		const i = report.yeu_cau_khac.findIndex((x) => x.id === row.mục);
		const live = report.yeu_cau_khac[i] ?? {};
		const said = demands[i] ?? "";
		const [, done, due] = said.match(/đã có ([\d.]*\d), cần ([\d.]*\d)/) ?? [];
		return {
			"đã có": [done, known(live.da_dat)],
			"phải đạt": [due, known(live.phai_dat)],
			"tình trạng": [state(said), live.tinh_trang],
		};
	},
	"bao-cao": (row) => {
		const said = reports[Number(row.mục.split(".")[1]) - 1] ?? "";
		return { "tình trạng": [said.includes("kế hoạch không nêu hạn") ? "chua-ro" : state(said)] };
	},
	"don-vi": () => {
		const [, done, all] = silent.match(/([\d.]+) trên ([\d.]+) đơn vị/) ?? [];
		return {
			"đã có": [done, known(report.so_don_vi_da_co)],
			"phải đạt": [all, known(report.so_don_vi)],
		};
	},
	"chua-co": (row) => ({ "mục": [items("don_vi_tham_gia").map(text).find((x) => x === row.mục)] }),
	"hinh-thuc": (row) => (seen.forms.add(row.mục), { "đã có": [number(forms[row.mục]?.[2])] }),
	"nhiem-vu": (row) => (seen.tasks.add(row.mục), { "đã có": [number(tasks[row.mục]?.[3])] }),
	"kenh": (row) => ({ "đã có": [number(channels[row.mục]?.[0])] }),
	"viet": (row) => (seen.units.add(row.mục), { "đã có": [number(units[row.mục]?.[0])] }),
	"phoi-hop": (row) => ({ "đã có": [number(units[row.mục]?.[1])] }),
};

for (const row of rowsOf(table)) {
	const found = checks[row.nhóm]?.(row) ?? { nhóm: ["a group that this test knows"] };
	for (const [column, values] of Object.entries(found)) {
		for (const value of values)
			findings.check(value === row[column], `${row.nhóm} ${row.mục}`, `${column}: by hand "${row[column]}", not "${value}"`);
	}
}

// The table by hand leaves out nothing that the page has.
for (const [name, rows] of Object.entries({ targets, forms, tasks, units })) {
	for (const row of Object.keys(rows)) findings.check(seen[name].has(row), name, `${row} is not in the table by hand`);
}
findings.end();

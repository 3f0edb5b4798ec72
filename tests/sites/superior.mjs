// superior.mjs - does the page of all units, and the page of each, say what was counted by
// hand on the units' own sites?
//
//	node superior.mjs TABLE.tsv FOLDER-OF-THE-PAGES
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { rowsOf, Findings, unescapeHtml } from "./table.mjs";

const [table, folder] = process.argv.slice(2);
const findings = new Findings();
const text = (part) => unescapeHtml(part.replace(/<[^>]*>/g, " ")).replace(/\s+/g, " ").trim();
const dates = (part) => [...part.matchAll(/<time datetime="([^"]*)"/g)].map((m) => m[1]);
const rowsIn = (html) =>
	[...html.matchAll(/<tr[^>]*>\s*<th scope="row"[^>]*>([^]*?)<\/th>([^]*?)<\/tr>/g)].map((m) => ({
		head: m[1],
		cells: [...m[2].matchAll(/<td[^>]*>([^]*?)<\/td>/g)].map((cell) => cell[1]),
	}));

const states = { "đạt": "dat", "đang thực hiện": "dang-thuc-hien", "chậm": "cham", "quá hạn": "qua-han" };
const list = rowsIn(readFileSync(join(folder, "index.html"), "utf8"));
const byHand = rowsOf(table);

findings.check(list.length === byHand.length, table, `${list.length} units on the page, ${byHand.length} by hand`);
for (const want of byHand) {
	const name = want["đơn vị"];
	const row = list.find(({ head }) => text(head) === name);
	const same = (what, got) => findings.check(String(got) === want[what], name, `${what}: by hand "${want[what]}", not "${got}"`);
	if (!row) {
		findings.check(false, name, "not on the page");
		continue;
	}
	const [plans, news, missing] = row.cells;
	same("số chỉ tiêu", text(plans).match(/: (\d+) chỉ tiêu/)?.[1]);
	for (const [column, code] of Object.entries(states))
		same(column, plans.match(new RegExp(`nhan-${code}">(\\d+) `))?.[1] ?? 0);
	same("tin mới nhất", dates(news)[0]);
	same("báo cáo thiếu", dates(missing).join("; "));

	const own = row.head.match(/href="[^"]*\/([^"/]+)\/"/)[1];
	const targets = rowsIn(readFileSync(join(folder, own, "index.html"), "utf8"));
	["da_dat", "phai_dat", "ca_ky"].forEach((column, i) => same(column, targets.map(({ cells }) => text(cells[i + 1])).join("; ")));
}
findings.end();

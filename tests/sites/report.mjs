// report.mjs - is the report, as JSON, what was counted by hand?
//
//	node report.mjs TABLE.tsv REPORT.json
import { readFileSync } from "node:fs";
import { rowsOf, Findings } from "./table.mjs";

const [table, json] = process.argv.slice(2);
const results = JSON.parse(readFileSync(json, "utf8")).ket_qua_chi_tieu;
const rows = rowsOf(table);
const findings = new Findings();

findings.check(rows.length === results.length, table, `${results.length} targets, ${rows.length} by hand`);
for (const row of rows) {
	const live = results.find((x) => x.tt === row.tt) ?? {};
	for (const [column, value] of Object.entries(row)) {
		if (column === "đếm những gì") continue;
		const got = String(live[column] ?? "");
		findings.check(got === value, `${row.tt} ${column}`, `by hand "${value}", not "${got}"`);
	}
}
findings.end();

// compare.mjs RESULT.json EXPECTED.tsv [DAY] - what `cchc fetch --json` says of each unit,
// beside what it should; DAY is that of the copies that were there before.
import { readFileSync } from "node:fs";
import { Findings } from "../portal/walk.mjs";

const [resultFile, expectedFile, day] = process.argv.slice(2);
const results = JSON.parse(readFileSync(resultFile, "utf8"));
const expected = readFileSync(expectedFile, "utf8").trim().split("\n").map((line) => line.split("\t"));
const findings = new Findings();
const check = (holds, what) => findings.check(holds, "not so", what);

check(results.length === expected.length, `${results.length} units are ${expected.length}`);
expected.forEach(([code, fault, own], i) => {
	const got = results[i] ?? {};
	const said = got.ok ? "tot" : got.fault;
	check(got.unit === code && said === fault, `${code} ends as ${fault}, not ${said} (${got.detail})`);
	const wanted = fault === "tot" ? own ?? "2026-11-21" : day ?? null;
	check(got.day === wanted, `${code}: the copy is of ${wanted}, not ${got.day}`);
});
findings.end();

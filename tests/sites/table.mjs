// What the checks of the sites share: tables with tabs, and how a check is counted.
import { readFileSync } from "node:fs";
export { unescapeHtml, withoutCharts, Findings } from "../portal/walk.mjs";

// The rows of a table with a head, as {column: cell}; lines that begin with # are remarks.
export function rowsOf(path) {
	const [head, ...lines] = readFileSync(path, "utf8")
		.split("\n")
		.filter((line) => line && !line.startsWith("#"));
	const columns = head.split("\t");
	return lines.map((line) => {
		const cells = line.split("\t");
		return Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? ""]));
	});
}

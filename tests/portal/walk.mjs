// What the checks of the portal share: the files of a folder, the tags of a page, and
// how a check is counted.
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

// All files below dir, as paths relative to it, sorted.
export function filesBelow(dir) {
	return readdirSync(dir, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => relative(dir, join(entry.parentPath ?? entry.path, entry.name)))
		.sort();
}

export function read(dir, path) {
	return readFileSync(join(dir, path), "utf8");
}

const entities = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

export function unescapeHtml(text) {
	return text.replace(/&(?:#x([0-9a-f]+)|#([0-9]+)|([a-z]+));/gi, (all, hex, decimal, name) => {
		if (hex) return String.fromCodePoint(parseInt(hex, 16));
		if (decimal) return String.fromCodePoint(parseInt(decimal, 10));
		return entities[name] ?? all;
	});
}

// A page without its charts, whose tables say again what others on it say.
export function withoutCharts(html) {
	return html.replace(/<figure class="bieu-do[ "][^]*?<\/figure>/g, "");
}

// The start tags of a page, as {name, line, attributes: Map}. The page is valid, which
// another check has seen to; comments and the text of scripts and styles are left out.
export function* tagsOf(html) {
	const tag =
		/<!--[\s\S]*?-->|<(script|style)\b([^>]*)>[\s\S]*?<\/\1>|<([a-z][a-z0-9-]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/gi;
	const attribute = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;
	let line = 1;
	let seen = 0;
	for (const match of html.matchAll(tag)) {
		const name = (match[1] ?? match[3])?.toLowerCase();
		if (!name) continue;
		for (; seen < match.index; seen++) if (html[seen] === "\n") line++;
		const attributes = new Map();
		for (const [, key, double, single, bare] of (match[2] ?? match[4]).matchAll(attribute))
			attributes.set(key.toLowerCase(), unescapeHtml(double ?? single ?? bare ?? ""));
		yield { name, line, attributes };
	}
}

// Collects what is wrong; at the end the sum is printed, and the status says it too.
export class Findings {
	passed = 0;
	failed = 0;

	check(good, where, what) {
		if (good) {
			this.passed++;
			return;
		}
		this.failed++;
		if (this.failed <= 50) console.log(`${where}: ${what}`);
	}

	end() {
		console.log(`${this.passed} passed, ${this.failed} failed`);
		process.exitCode = this.failed || !this.passed ? 1 : 0;
	}
}

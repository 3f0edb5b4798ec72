// text.mjs - is every word of a page on the paper? Reads the page's HTML and what
// pdftotext -raw found in its PDF, and looks for each text between two tags as a whole.
//
//	node text.mjs PAGE.html TEXT
//
// Spaces do not count (lines break where the paper ends), nor does the case (headings are
// in capitals by the style sheet). What paper repeats on each page is taken out first.
import { readFileSync } from "node:fs";

const entities = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };

const squeeze = (text) => text.normalize("NFC").toLowerCase().replace(/[\s\u00ad\f]/g, "");

const decode = (text) => text.replace(/&([a-z]+|#39);/g, (all, name) => entities[name] ?? all);

// What is on paper: nothing of the head, the bar above the sheet and the pictures' words.
const printed = (html) =>
	html
		.replace(/^[^]*?<main>/, "")
		.replace(/<\/main>[^]*$/, "")
		.replace(/<svg[^]*?<\/svg>/g, "");

const textsOf = (html) =>
	printed(html)
		.split(/<[^>]*>/)
		.map((text) => decode(text).trim())
		.filter((text) => text);

const headRow = (html) => squeeze(textsOf(`<main>${html}</main>`).join(""));

// The heads of all tables: the outer one's says which sheet it is.
const headsOf = (html) =>
	[...html.matchAll(/<thead>([^]*?)<\/thead>/g)].map((m) => headRow(m[1])).filter((head) => head);

const [page, found] = process.argv.slice(2).map((path) => readFileSync(path, "utf8"));
const heads = [...new Set(headsOf(page))];
const whole = squeeze(found);
let paper = whole.replace(/trang\d+\/\d+/g, "");
for (const head of heads) {
	paper = paper.replaceAll(head, "");
}

const isThere = (text) =>
	paper.includes(text) || heads.some((head) => head.includes(text) && whole.includes(head));

let passed = 0;
let failed = 0;
for (const text of textsOf(page)) {
	if (isThere(squeeze(text))) {
		passed++;
	} else {
		failed++;
		console.log(`not on the paper: ${text}`);
	}
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed || !passed ? 1 : 0);

// Compares viet_tool (the viet room in C) with node's ICU: folding and normalising of every
// character up to U+1EF9, and Vietnamese order of many thousand texts. Run by run.sh.
//
//	node tests/oracle/viet.mjs path/of/viet_tool [how many texts]
//
// The texts are the same in each run: made from a seed, from syllables, from the names of
// the example portal's units. With a greater number, more of them.

import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";

const tool = process.argv[2];
const howMany = Number(process.argv[3] ?? 6000);
const shared = "../shared/fixtures/";
let passed = 0;
let failed = 0;

function ask(what, lines) {
	const input = lines.join("\n") + "\n";
	const run = spawnSync(tool, [what], { input, encoding: "utf8", maxBuffer: 1 << 28 });
	if (run.status !== 0)
		throw new Error(`viet_tool ${what}: status ${run.status} ${run.signal} ${run.stderr}`);
	return run.stdout.split("\n").slice(0, -1);
}

function spell(text) {
	const points = [...text].map((c) => c.codePointAt(0).toString(16).toUpperCase());
	return `"${text}" (${points.join(" ")})`;
}

// One test: the lists are equal. Says where they part.
function check(name, got, want, given = want) {
	const bad = [];
	for (let i = 0; i < Math.max(got.length, want.length); i++)
		if (got[i] !== want[i]) bad.push(i);
	if (bad.length === 0 && want.length > 0) {
		passed++;
		return;
	}
	failed++;
	console.log(`FAILED: ${name}: ${bad.length} of ${want.length} differ`);
	for (const i of bad.slice(0, 8))
		console.log(`  line ${i}: of ${spell(given[i] ?? "")} is ${spell(got[i] ?? "")}, ` +
			`should be ${spell(want[i] ?? "")}`);
}

// The characters

const vowels = "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵ";
const letters = [...vowels + vowels.toUpperCase() + "đĐ"].map((c) => c.normalize("NFC"));
const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;

// "ế" as ê and the tone alone, as texts have it that were Windows-1258 once
function mixed(text) {
	return text.normalize("NFC").replace(/./gu, (c) => {
		const tone = c.normalize("NFD").match(tones)?.join("") ?? "";
		return c.normalize("NFD").replace(tones, "").normalize("NFC") + tone;
	});
}

// Node's Unicode is newer than that of Debian's utf8proc.
const newer = (c) => c === 0x897 || (c >= 0x1acf && c <= 0x1aff) || c === 0x1c89 || c === 0x1c8a;

function everyCharacter(last) {
	const all = [];
	for (let c = 0xa0; c <= last; c++)
		if (!newer(c) && (c < 0xd800 || c > 0xdfff)) all.push(String.fromCodePoint(c));
	return all;
}

function foldOne(c) {
	const bare = c.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đðĐÐ]/g, "d");
	return ([...bare].length <= 1 ? bare : c).toLowerCase();
}

function checkCharacters() {
	const all = everyCharacter(0x1ef9);
	const within = everyCharacter(0xffff).map((c) => "ữ".repeat(30) + c + "–".repeat(30));
	const marked = all.map((c) => `${c}\u0323\u0302x${c}\u0301`);

	check("fold of every character", ask("fold", all), all.map(foldOne), all);
	check("NFC of every character", ask("normalize", all), all.map((c) => c.normalize("NFC")), all);
	check("NFC of every character of 16 bits within a long line", ask("normalize", within),
		within.map((t) => t.normalize("NFC")), within);
	check("NFC of every character with marks", ask("normalize", marked),
		marked.map((t) => t.normalize("NFC")), marked);
	check("NFD of every character with marks", ask("decompose", marked),
		marked.map((t) => t.normalize("NFD")), marked);
	check("fold of every Vietnamese letter in NFD",
		ask("fold", letters.map((c) => c.normalize("NFD"))), letters.map(foldOne), letters);
	check("fold of every Vietnamese letter with its tone apart",
		ask("fold", letters.map(mixed)), letters.map(foldOne), letters);
	check("lower case of every Vietnamese letter", ask("lower", letters),
		letters.map((c) => c.toLowerCase()), letters);
	check("upper case of every Vietnamese letter", ask("upper", letters),
		letters.map((c) => c.toUpperCase()), letters);
}

// The order

function randomFrom(seed) {
	let state = seed;
	return (n) => {
		state = (state + 0x6d2b79f5) | 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) % n;
	};
}

const random = randomFrom(20250328);
const pick = (list) => list[random(list.length)];

const onsets = ["", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh",
	"nh", "p", "ph", "qu", "r", "s", "t", "th", "tr", "v", "x", "f", "j", "w", "z"];
const cores = ["a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y", "iê", "uô", "ươ", "oa", "uy", "uyê"];
const codas = ["", "", "", "c", "ch", "m", "n", "ng", "nh", "p", "t", "i", "o", "u"];
const toneMarks = ["", "", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"];
const signs = [" ", " ", " ", " – ", " - ", "-", "/", ".", ", ", "; ", ": ", " (", ") ", " & ", "“", "”", "\"",
	"'", "’", "?", "!", "…", "...", "%", "+", "_", "*", "@", "#", "—", "\u00a0", "\u2011", "=", "<", ">", "|",
	"~", "$", "₫", "€", "°", "§", "·", "×", "•", "‘", "«", "»", "[", "]", "{", "}", "\\", "^", "`", "‰", "→"];
const latin1 = [];
for (let c = 0xa0; c <= 0xff; c++) latin1.push(String.fromCodePoint(c));
const ascii = [];
for (let c = 0x20; c < 0x7f; c++) ascii.push(String.fromCodePoint(c));

function syllable() {
	const core = pick(cores);
	const s = pick(onsets) + core + pick(toneMarks) + pick(codas);
	const form = random(12);

	if (form === 0) return s.toUpperCase().normalize("NFC");
	if (form <= 3) return (s[0].toUpperCase() + s.slice(1)).normalize("NFC");
	if (form === 4) return s.normalize("NFD");
	if (form === 5) return mixed(s);
	return s.normalize("NFC");
}

function number() {
	return "0".repeat(pick([0, 0, 0, 1, 2])) + random(pick([10, 10, 100, 3000]));
}

// Few different syllables, so that texts are often equal but for a mark or a capital.
const few = Array.from({ length: 40 }, syllable);

function text() {
	const parts = [];
	for (let n = 1 + random(4); n > 0; n--) {
		const kind = random(20);
		if (kind === 0) parts.push(pick(latin1));
		else if (kind === 1) parts.push(pick(ascii));
		else if (kind <= 4) parts.push(number());
		else if (kind <= 7) parts.push(syllable());
		else parts.push(pick(few));
		if (n > 1) parts.push(pick(signs));
	}
	return parts.join("");
}

// Two texts that differ only in one thing.
function twins() {
	const base = text();
	const at = random(base.length + 1);
	const change = pick([...toneMarks, "\u0302", "\u0306", "\u031b", ...signs, "a", "A", "0", "1"]);
	return [base, base.slice(0, at) + change + base.slice(at), base.toUpperCase(), base.normalize("NFD")];
}

function unitNames() {
	const names = [];
	for (const file of readdirSync("content/don-vi")) {
		const found = readFileSync(`content/don-vi/${file}`, "utf8").match(/^ten: *"?(.+?)"?$/m);
		if (found) names.push(found[1]);
	}
	return names;
}

const collator = new Intl.Collator("vi", { numeric: true });

// Where ICU knows no difference ("7" and "007"), ours is that of the bytes in NFD.
function byVietnamese(a, b) {
	const order = collator.compare(a, b);
	return order || Buffer.compare(Buffer.from(a.normalize("NFD")), Buffer.from(b.normalize("NFD")));
}

// What ICU is no measure for: Catalan's "l·", one letter there; the Greek Μ that
// toUpperCase() makes of µ; an ơ with a circumflex and a horn behind a tone, which it orders
// otherwise when they are written otherwise.
const strange = /[\n\rΜ]|[lL]·|[oO]\u031b\u0323?\u0302/;
const lateHorn = /[^oOuU]\u031b/;

// For ICU 72 (node of Debian 12) the typographic quotation marks are signs of their own, for
// ICU 76 they are kinds of ' and ", and so they are here. The older is no measure for them.
const quotesAreOwnSigns = collator.compare("“a", '"b') > 0;
const quotes = /[‘’‚‛“”„‟]/;
const isStrange = (text) => strange.test(text) || (quotesAreOwnSigns && quotes.test(text));

// The same text in NFC and NFD is one text: either may come first.
function checkOrder(name, texts) {
	const apart = new Map(texts.map((t) => [t.normalize("NFD"), t]));
	const unique = [...apart].filter(([nfd, t]) => !isStrange(nfd) && !lateHorn.test(t)).map(([, t]) => t);
	check(`order of ${name}`, ask("sort", unique), [...unique].sort(byVietnamese));
}

function checkIndex() {
	const firsts = [...letters, "z", "W", "f", "1", "–", "“"];
	const bare = (c) => mixed(c).normalize("NFC").normalize("NFD").replace(tones, "").normalize("NFC");
	const want = firsts.map((c) => (/\p{L}/u.test(c) ? bare(c).toUpperCase() : "#"));

	check("index letters", ask("index", firsts.map((c) => c + "n")), want, firsts);
	check("index letters in NFD", ask("index", firsts.map((c) => (c + "n").normalize("NFD"))), want, firsts);
}

function checkShared() {
	if (!existsSync(`${shared}sap-xep.txt`)) {
		console.log(`NOT RUN: there is no ${shared}sap-xep.txt`);
		return;
	}
	const lines = readFileSync(`${shared}sap-xep.txt`, "utf8").split("\n")
		.filter((l) => l && !l.startsWith("#"));
	check("order of the list beside the repository", ask("sort", [...lines].reverse()), lines);
}

if (quotesAreOwnSigns)
	console.log(`NOT RUN: texts with quotation marks, which ICU ${process.versions.icu} orders by older rules`);
checkCharacters();
checkOrder("one-character texts", [...new Set([...ascii, ...latin1, ...letters, "–", "—", "“", "”", "‘", "’", "…",
	"₫", "€", "\u2011", "•", "№", "™", "‰", "→", "\u202f", "\u2003", "œ", "Œ"])]);
checkOrder("all pairs of ASCII letters, digits and Vietnamese letters",
	[..."abdeouyAD09 -", ...letters].flatMap((a) => [..."abdeouyAD09 -", ...letters].map((b) => a + b)));
checkOrder("the units' names", unitNames());
checkOrder("random syllables", Array.from({ length: howMany }, syllable));
checkOrder("random texts", Array.from({ length: howMany }, text));
checkOrder("texts that hardly differ", Array.from({ length: howMany / 2 }, twins).flat());
checkOrder("numbers", Array.from({ length: howMany }, () =>
	pick(["Quý ", "quý ", "", "CK", "a"]) + number() + pick(["", ".", "/", "-", " "]) + number()));
checkOrder("very long numbers", Array.from({ length: 60 }, () => pick(["1", "9", "10", "0"]) +
	pick(["0", "9"]).repeat(250 + random(8)) + number()));
checkIndex();
checkShared();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);

// What counts as a word, and its marks: the C of the index and the script of the page must
// say the same, for each character up to U+A6FF by itself and between letters, for
// all Vietnamese syllables in four forms, and for whole sentences.
//
//	node tests/search/letters.mjs path/of/viet_tool
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";

const { wordsOf } = createRequire(import.meta.url)("../../assets/tim-kiem.js");
const tool = process.argv[2];
let passed = 0;
let failed = 0;

function ask(lines) {
	const run = spawnSync(tool, ["words"],
		{ input: lines.join("\n") + "\n", encoding: "utf8", maxBuffer: 1 << 28 });
	if (run.status !== 0)
		throw new Error(`viet_tool: status ${run.status} ${run.stderr}`);
	return run.stdout.split("\n").slice(0, -1);
}

function check(name, texts) {
	const c = ask(texts);
	const script = texts.map((text) => wordsOf(text).map((w) => `${w.letters}:${w.marks}`).join(" "));
	const bad = texts.filter((_, i) => c[i] !== script[i]);

	if (texts.length && !bad.length && c.length === texts.length)
		return passed++;
	failed++;
	console.log(`FAILED: ${name}: ${bad.length} of ${texts.length} differ`);
	for (const text of bad.slice(0, 8)) {
		const points = [...text].map((x) => x.codePointAt(0).toString(16)).join(" ");
		console.log(`  ${JSON.stringify(text)} (${points}): C ${c[texts.indexOf(text)]}, script ${script[texts.indexOf(text)]}`);
	}
	return failed;
}

const vowels = ["a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y"];
const tones = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"];
const letters = vowels.flatMap((v) => tones.map((t) => (v + t).normalize("NFC"))).concat("đ");
const both = letters.concat(letters.map((l) => l.toUpperCase()));

check("every Vietnamese letter", both);
check("every Vietnamese letter, decomposed", both.map((l) => l.normalize("NFD")));
check("every Vietnamese letter, the tone alone decomposed", vowels.flatMap((v) => tones.map((t) => v + t)));
check("every Vietnamese letter between others", both.map((l) => `th${l}nh`));

// Line ends end a line of the tool's. Behind U+A6FF, and at U+1C89, the two know different
// versions of Unicode.
const plane = [];
for (let c = 0x20; c < 0xa700; c++)
	if ((c < 0x7f || c > 0x9f) && c !== 0x1c89)
		plane.push(String.fromCharCode(c));
check("every character up to U+A6FF", plane);
check("every character up to U+A6FF between letters", plane.map((c) => `a${c}b1${c}2`));

const heads = ["", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh",
	"nh", "p", "ph", "qu", "r", "s", "t", "th", "tr", "v", "x"];
const tails = ["", "c", "ch", "m", "n", "ng", "nh", "p", "t", "i", "o", "u", "y"];
const syllables = heads.flatMap((h) => letters.flatMap((v) => tails.map((t) => h + v + t)));
check("syllables", syllables);
check("syllables in capitals", syllables.map((s) => s.toUpperCase()));
check("syllables, decomposed", syllables.map((s) => s.normalize("NFD")));
check("sentences", [
	"Nghị định số 61/2018/NĐ-CP ngày 23/4/2018", "nd118, tt01; covid19 và 5.000 đồng", "hòa hoà thủy thuỷ",
	"Đ ð Ð đ", "ﬁ ǅ ẞ ß İ ı", "한국 日本 Ελλάς Россия", "a\u0323\u0302b \u0301c", "khỏe—khoẻ “mã QR” (VNeID)", "😀 mặt cười 😀2",
]);
check("tone placement", ["hòa:hoà", "thúy:thuý", "khỏe:khoẻ"]);
const same = (a, b) => JSON.stringify(wordsOf(a).map((w) => [w.letters, w.marks])) ===
	JSON.stringify(wordsOf(b).map((w) => [w.letters, w.marks]));
if (same("hòa thúy khỏe", "hoà thuý khoẻ") && !same("hòa", "hóa"))
	passed++;
else
	failed++;
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);

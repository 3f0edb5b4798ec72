// Compares assets/ngay-tra.js, which counts on the page tinh-ngay-tra/, with the engine in C:
// every day from before the known years to behind them, with every usual term, in time and
// late. Then the form itself, in a document that is just large enough. Run by return.sh.
//
//	node tests/oracle/return.mjs path/of/return_tool

import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import vm from "node:vm";

const tool = process.argv[2];
const script = "assets/ngay-tra.js";
const engine = createRequire(import.meta.url)(`../../${script}`);
let passed = 0;
let failed = 0;

function check(name, ok, words = "") {
	if (ok) {
		passed++;
		return;
	}
	failed++;
	console.log(`FAILED: ${name}${words && `: ${words}`}`);
}

const run = spawnSync(tool, [], { encoding: "utf8", maxBuffer: 1 << 28 });
if (run.status !== 0) throw new Error(`return_tool: status ${run.status} ${run.stderr}`);
const [years, off, worked, ...lines] = run.stdout.split("\n").slice(0, -1);

// How many lines the script answers otherwise, and the first of them.
function differences(calendar) {
	let n = 0;
	let first = "";
	let beyond = 0;
	for (const line of lines) {
		const [received, late, amount, unit, due] = line.split(" ");
		const got = engine.dueDay(calendar, received, Number(amount), unit, late === "1");
		if (got === "") beyond++;
		if (got !== due && n++ === 0) first = `${line}, but the script says "${got}"`;
	}
	return { n, first, beyond };
}

const calendar = engine.calendarOf(years, off, worked);
const all = differences(calendar);
check("the script and the engine agree", all.n === 0, `${all.n} of ${lines.length}: ${all.first}`);
check("there are many lines", lines.length > 200000, String(lines.length));
check("some lines leave the calendar, most do not",
	all.beyond > 1000 && all.beyond < lines.length / 2, String(all.beyond));

// What the comparison is worth: with one day another, it must part.
for (const [name, other] of [
	["a day off less", engine.calendarOf(years, off.replace("2026-11-24", ""), worked)],
	["a day off more", engine.calendarOf(years, `${off} 2026-11-25`, worked)],
	["no Saturday worked", engine.calendarOf(years, off, "")],
	["a year less", engine.calendarOf(years.replace("2026", ""), off, worked)],
	["a year more", engine.calendarOf(`${years} 2027`, off, worked)],
])
	check(`they part with ${name}`, differences(other).n > 0);

for (const [received, amount, unit] of [
	["2026-11-31", 5, "ngay"], ["2026-02-29", 5, "ngay"], ["", 5, "ngay"],
	["22/11/2026", 5, "ngay-lam-viec"], ["2026-13-01", 1, "thang"],
])
	check(`${received || "no day"} has no answer`,
		engine.dueDay(calendar, received, amount, unit, false) === "");
check("a day is said as people say it",
	engine.spoken("2026-11-30") === "thứ hai, ngày 30/11/2026", engine.spoken("2026-11-30"));
check("Sunday is chủ nhật", engine.spoken("2026-11-22") === "chủ nhật, ngày 22/11/2026");

// The form.
const answers = ["tra", "ngoai", "thieu"].map((name) => {
	const place = { textContent: "" };
	return {
		name, place, hidden: true,
		getAttribute: () => name,
		querySelector: () => (name === "tra" ? place : null),
	};
});
const listeners = {};
const form = {
	hidden: true,
	dataset: { nam: years, nghi: off, lamBu: worked },
	elements: {
		thu_tuc: { value: "" }, ngay_nhan: { value: "2026-11-22" }, so: { value: "5" },
		don_vi: { value: "ngay-lam-viec" }, sau_gio: { checked: false },
	},
	querySelectorAll: () => answers,
	addEventListener: (event, listener) => { listeners[event] = listener; },
};
vm.runInNewContext(readFileSync(script, "utf8"), { document: { querySelectorAll: () => [form] } });

function shows(day, amount, unit, late) {
	form.elements.ngay_nhan.value = day;
	form.elements.so.value = amount;
	form.elements.don_vi.value = unit;
	form.elements.sau_gio.checked = late;
	listeners.input({ type: "input", target: form.elements.so });
	const shown = answers.filter((answer) => !answer.hidden);
	return shown.length === 1 ? shown[0].name + shown[0].place.textContent : `${shown.length} answers`;
}

check("the form appears with the script", form.hidden === false);
check("and has an answer at once", answers[0].place.textContent === "thứ hai, ngày 30/11/2026",
	answers[0].place.textContent);
for (const [day, amount, unit, late, want] of [
	["2026-11-20", "5", "ngay-lam-viec", false, "trathứ hai, ngày 30/11/2026"],
	["2026-11-20", "5", "ngay-lam-viec", true, "trathứ ba, ngày 1/12/2026"],
	["2026-11-14", "10", "ngay", false, "trathứ tư, ngày 25/11/2026"],
	["2026-08-21", " 1 ", "ngay-lam-viec", false, "trathứ bảy, ngày 22/8/2026"],
	["2026-10-24", "1", "thang", false, "trathứ tư, ngày 25/11/2026"],
	["2026-12-30", "5", "ngay-lam-viec", false, "ngoai"],
	["2030-01-01", "1", "ngay", false, "ngoai"],
	["2026-12-01", "10000", "thang", false, "ngoai"],
	["", "5", "ngay", false, "thieu"],
	["2026-11-20", "", "ngay", false, "thieu"],
	["2026-11-20", "0", "ngay", false, "thieu"],
	["2026-11-20", "-1", "ngay", false, "thieu"],
	["2026-11-20", "1.5", "ngay", false, "thieu"],
	["2026-11-20", "10001", "ngay", false, "thieu"],
])
	check(`${day} + ${amount} ${unit}${late ? ", late" : ""}`, shows(day, amount, unit, late) === want,
		shows(day, amount, unit, late));

// A procedure fills in its term; writing another term afterwards is not undone.
form.elements.thu_tuc.value = "10 ngay";
form.elements.ngay_nhan.value = "2026-11-14";
listeners.input({ type: "input", target: form.elements.thu_tuc });
check("a procedure gives its number and unit",
	form.elements.so.value === "10" && form.elements.don_vi.value === "ngay");
check("and is counted", answers[0].place.textContent === "thứ tư, ngày 25/11/2026");
check("another number stays", shows("2026-11-20", "3", "ngay-lam-viec", false) ===
	"trathứ năm, ngày 26/11/2026");
let prevented = 0;
listeners.submit({ type: "submit", target: form, preventDefault: () => prevented++ });
check("the form is sent nowhere", prevented === 1);

console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);

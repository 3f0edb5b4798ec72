// calendar.mjs FOLDER CONTENT - a calendar library reads lich.ics of a site and of each
// event; begin, end and place are those that the content says, and each deadline of the
// plan is there as a whole day.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import ICAL from "ical.js";
import { Findings } from "../portal/walk.mjs";

const [dir, content] = process.argv.slice(2);
const findings = new Findings();
const check = (holds, what) => findings.check(holds, "not so", what);

function read(file) {
	const text = readFileSync(file, "utf8");
	check(!/[^\r]\n|\r[^\n]/.test(text) && text.endsWith("\r\n"), `${file} has lines of CR LF`);
	for (const line of text.split("\r\n"))
		check(Buffer.byteLength(line) <= 75 && !line.includes("\ufffd"), `${file}: a line of 75 bytes at most: ${line}`);
	const calendar = new ICAL.Component(ICAL.parse(text));
	check(calendar.getFirstPropertyValue("version") === "2.0" && calendar.getFirstPropertyValue("prodid"), `${file} has a version`);
	for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
	return calendar.getAllSubcomponents("vevent");
}

// One value of a YAML file of ours, which has a line for each.
const field = (yaml, key) => yaml.match(new RegExp(`^${key}: "?([^"\n]*)"?$`, "m"))?.[1];
const utc = (local) => new Date(`${local}:00+07:00`).toISOString();

function checkEvent(vevent, yaml, code) {
	const event = new ICAL.Event(vevent);
	check(event.summary === field(yaml, "tieu_de"), `${code}: title`);
	check((event.location ?? undefined) === field(yaml, "dia_diem"), `${code}: place`);
	const begin = field(yaml, "bat_dau");
	check(begin.includes("T") ? event.startDate.toJSDate().toISOString() === utc(begin)
		: event.startDate.isDate && String(event.startDate) === begin, `${code}: begin`);
	if (field(yaml, "ket_thuc")?.includes("T"))
		check(event.endDate.toJSDate().toISOString() === utc(field(yaml, "ket_thuc")), `${code}: end`);
}

const all = read(join(dir, "lich.ics"));
const byId = new Map(all.map((v) => [v.getFirstPropertyValue("uid"), v]));
check(byId.size === all.length && all.length > 0, "each entry has an id of its own");
for (const v of all) {
	check(/^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(String(v.getFirstPropertyValue("dtstamp"))), `${v.getFirstPropertyValue("uid")} has a stamp`);
	check(/^https:\/\//.test(v.getFirstPropertyValue("url")), "an entry leads to its page");
}

let events = 0;
for (const name of readdirSync(join(content, "su-kien"))) {
	const yaml = readFileSync(join(content, "su-kien", name), "utf8");
	const code = field(yaml, "ma");
	const file = join(dir, "su-kien", code, "lich.ics");
	if (field(yaml, "trang_thai") !== "da-duyet") {
		check(!existsSync(file), `${code}: nothing of what is not published`);
		continue;
	}
	events++;
	const own = read(file);
	check(own.length === 1, `${code}: one entry`);
	checkEvent(own[0], yaml, code);
	const same = all.filter((v) => v.getFirstPropertyValue("uid") === own[0].getFirstPropertyValue("uid"));
	check(same.length === 1, `${code} is in the calendar of the site`);
	checkEvent(same[0], yaml, code);
	check(readFileSync(join(dir, "su-kien", code, "index.html"), "utf8").includes("lich.ics"), `${code}: its page leads to its calendar`);
}

let deadlines = 0;
for (const name of readdirSync(join(content, "ke-hoach"))) {
	const yaml = readFileSync(join(content, "ke-hoach", name), "utf8");
	for (const [, day] of yaml.matchAll(/^ +han: "(\d{4}-\d\d-\d\d)"$/gm)) {
		deadlines++;
		check(all.some((v) => {
			const start = v.getFirstPropertyValue("dtstart");
			return start.isDate && String(start) === day && v.getFirstPropertyValue("transp") === "TRANSPARENT";
		}), `${name}: ${day} is in the calendar`);
	}
}
check(all.length === events + deadlines && deadlines > 0, `${all.length} entries are ${events} events and ${deadlines} deadlines`);

findings.end();

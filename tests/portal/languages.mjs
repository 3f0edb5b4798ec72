// languages.mjs - do the pages in two languages know of each other?
//
//	node languages.mjs PUBLIC SITE.yaml
//
// A page that names pages in other languages names itself, each of the others names the same
// ones, and x-default is the page in Vietnamese. Its language is that of its html element, of
// its Dublin Core and of og:locale. The site map says the same as the pages. English pages lead
// to Vietnamese ones with hreflang, have pictures of their own for when they are shared, and stand
// neither in feeds nor in the search index.
import { readFileSync } from "node:fs";
import { filesBelow, read, tagsOf, Findings } from "./walk.mjs";

const [dir, settings] = process.argv.slice(2);
const findings = new Findings();
const site = readFileSync(settings, "utf8");
const setting = (key) => site.match(new RegExp(`^${key}: "([^"]*)"`, "m"))[1];
const base = setting("duong_dan_goc");
const root = setting("ten_mien") + base;
const files = filesBelow(dir);
const told = new Map();
const pictures = { en: new Set(), vi: new Set() }; // for when a page is shared: named by their words

const attribute = (tags, name, key, value, wanted) =>
	tags.find((tag) => tag.name === name && tag.attributes.get(key) === value)?.attributes.get(wanted);

function look(path) {
	const html = read(dir, path);
	const tags = [...tagsOf(html)];
	const address = attribute(tags, "link", "rel", "canonical", "href");
	const language = tags.find((tag) => tag.name === "html")?.attributes.get("lang");
	const others = new Map(
		tags.filter((tag) => tag.name === "link" && tag.attributes.has("hreflang"))
			.map((tag) => [tag.attributes.get("hreflang"), tag.attributes.get("href")]),
	);
	const english = address?.startsWith(`${root}en/`) ?? false;
	if (!address) return;
	findings.check(language === (english ? "en" : "vi"), path, `is in the language ${language}`);
	const dc = attribute(tags, "meta", "name", "DC.language", "content");
	findings.check(!dc || dc === language, path, `DC.language is ${dc}`);
	if (english) lookAtEnglish(path, tags);
	const picture = attribute(tags, "meta", "property", "og:image", "content");
	if (picture) pictures[english ? "en" : "vi"].add(picture);
	if (!others.size) {
		findings.check(!english, path, "names no page in Vietnamese");
		return;
	}
	findings.check(others.get(language) === address, path, "does not name itself");
	findings.check(others.get("x-default") === others.get("vi"), path, "x-default is another page");
	told.set(address, [...others].join(" "));
}

function lookAtEnglish(path, tags) {
	const locale = attribute(tags, "meta", "property", "og:locale", "content");
	findings.check(locale === "en_GB", path, `og:locale is ${locale}`);
	const picture = attribute(tags, "meta", "property", "og:image:alt", "content") ?? "";
	findings.check(!/[ăâđêôơư\u1ea0-\u1ef9]/i.test(picture), path, `its picture says "${picture}"`);
	for (const tag of tags.filter((one) => one.name === "a")) {
		const to = tag.attributes.get("href");
		const leaves = to.startsWith(base) && !to.startsWith(`${base}en/`);
		findings.check(!leaves || tag.attributes.has("hreflang"), path, `leads to ${to} without saying in which language`);
	}
}

for (const path of files.filter((name) => name.endsWith(".html"))) look(path);
for (const [address, others] of told)
	for (const [, to] of others.split(" ").map((one) => one.split(",")))
		findings.check(told.get(to) === others, address, `${to} does not name the same pages`);

const map = files.filter((name) => /sitemap[^/]*\.xml$/.test(name)).map((name) => read(dir, name)).join("");
for (const [, address, rest] of map.matchAll(/<loc>([^<]*)<\/loc>(.*)<\/url>/g)) {
	const others = [...rest.matchAll(/hreflang="([^"]*)" href="([^"]*)"/g)].map((m) => `${m[1]},${m[2]}`).join(" ");
	findings.check(others === (told.get(address) ?? ""), address, "the site map names other pages");
}
for (const path of files.filter((name) => /(?:rss|atom)\.xml$|feed\.json$|tim-kiem\/.*\.json$/.test(name)))
	findings.check(!read(dir, path).includes(`${base}en/`), path, "holds an English page");
for (const picture of pictures.en) {
	findings.check(!pictures.vi.has(picture), picture, "has the words of a page in Vietnamese");
	findings.check(files.some((name) => picture.endsWith(name)), picture, "is not there");
}
findings.check(told.size > 10, dir, "has hardly any page in two languages");
findings.end();

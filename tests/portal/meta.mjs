// meta.mjs - does each page say in its head what Thông tư 24/2011/TT-BTTTT asks for in
// Dublin Core, and what a shared link needs to show?
//
//	node meta.mjs PUBLIC
//
// Of Dublin Core: title, creator, date, description, publisher and identifier are a must;
// language and subject are for records. Several values are one, with "; " between them.
import { filesBelow, read, tagsOf, Findings } from "./walk.mjs";

const [dir] = process.argv.slice(2);
const findings = new Findings();
const must = [
	"DC.title", "DC.creator", "DC.description", "DC.publisher", "DC.identifier", "DC.language", "DC.type", "DC.format",
	"og:type", "og:title", "og:description", "og:url", "og:site_name", "og:locale", "description",
];
const once = [...must.filter((name) => name !== "DC.identifier"), "DC.date", "DC.subject"];
// Lists of what has no date have none; of records, units, contacts and questions that nobody dated,
// and documents of which no day is known.
const dateless = (path, html) =>
	/\/(don-vi|lien-he|hoi-dap)\//.test(path) || (path.includes("/van-ban/") && !html.includes("<dt>Ngày ban hành</dt>"));

let pages = 0;
let dated = 0;
for (const path of filesBelow(dir).filter((name) => name.endsWith(".html"))) {
	const html = read(dir, path);
	const tags = [...tagsOf(html)];
	const canonical = tags.find((tag) => tag.attributes.get("rel") === "canonical")?.attributes.get("href");
	const printed = tags.some((tag) => /\/(?:van-ban-)?in\b[^"]*\.css$/.test(tag.attributes.get("href") ?? ""));
	const moved = tags.some((tag) => tag.attributes.get("http-equiv") === "refresh");
	if (!canonical || printed || moved) continue;
	const meta = {};
	for (const tag of tags.filter((one) => one.name === "meta")) {
		const name = tag.attributes.get("name") ?? tag.attributes.get("property");
		if (name) (meta[name] ??= []).push(tag.attributes.get("content"));
	}
	pages++;
	for (const name of must) findings.check(meta[name]?.length, path, `no ${name}`);
	for (const name of once) findings.check((meta[name]?.length ?? 1) === 1, path, `${name} more than once`);
	for (const [name, values] of Object.entries(meta))
		for (const value of values) findings.check(value?.trim() && !/undefined|null/.test(value), path, `${name} is "${value}"`);
	findings.check(meta["og:url"]?.[0] === canonical, path, "og:url is not the canonical address");
	findings.check(meta["DC.identifier"]?.join("; ").includes(canonical), path, "DC.identifier does not name the page");
	for (const value of [...(meta["DC.date"] ?? []), ...(meta["DCTERMS.modified"] ?? [])])
		findings.check(/^\d{4}(-\d\d(-\d\d)?)?/.test(value), path, `"${value}" is no date`);
	if (meta["DC.date"]) dated++;
	findings.check(meta["DC.date"] || meta["DC.type"]?.[0] !== "Text" || dateless(path, html), path, "no DC.date");
	for (const name of Object.keys(meta).filter((one) => one.startsWith("article:")))
		findings.check(meta["og:type"]?.[0] === "article", path, `${name} of what is no article`);
}
findings.check(pages > 0 && dated > 0, dir, "has no pages with dates");
findings.end();

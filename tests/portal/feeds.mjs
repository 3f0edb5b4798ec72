// feeds.mjs FOLDER - a feed reader's library reads every feed, and the three feeds of a
// folder say the same.
import { filesBelow, read, Findings } from "./walk.mjs";
import Parser from "rss-parser";

const [dir] = process.argv.slice(2);
const findings = new Findings();
const parser = new Parser();
const isoTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/;

async function readXml(file) {
	const feed = await parser.parseString(read(dir, file));
	for (const item of feed.items) {
		findings.check(item.title && item.link, file, "an item without title or link");
		findings.check(!item.pubDate || !isNaN(Date.parse(item.pubDate)), file, `no date: ${item.pubDate}`);
	}
	return { title: feed.title, links: feed.items.map((item) => item.link) };
}

// JSON Feed 1.1: what must be there, and of what type.
function readJson(file) {
	const feed = JSON.parse(read(dir, file));
	findings.check(feed.version === "https://jsonfeed.org/version/1.1", file, "no version");
	for (const item of feed.items) {
		findings.check(typeof item.id === "string" && item.id, file, "an item without id");
		findings.check(item.content_text || item.content_html, file, `${item.id} has no content`);
		for (const key of ["date_published", "date_modified"])
			findings.check(item[key] === undefined || isoTime.test(item[key]), file, `no time: ${item[key]}`);
	}
	return { title: feed.title, links: feed.items.map((item) => item.url) };
}

async function readFeed(file) {
	try {
		const feed = file.endsWith(".json") ? readJson(file) : await readXml(file);
		findings.check(feed.title, file, "no title");
		return feed;
	} catch (error) {
		findings.check(false, file, error.message);
		return null;
	}
}

const files = filesBelow(dir);
const folders = files.filter((file) => /(^|\/)feed\.json$/.test(file)).map((file) => file.slice(0, -"feed.json".length));
findings.check(folders.length > 0, dir, "no feed at all");
for (const name of ["rss.xml", "atom.xml"])
	for (const file of files.filter((path) => path === name || path.endsWith("/" + name)))
		findings.check(folders.includes(file.slice(0, -name.length)), file, "no feed.json beside it");
for (const folder of folders) {
	const [rss, atom, json] = await Promise.all(["rss.xml", "atom.xml", "feed.json"].map((name) => readFeed(folder + name)));
	findings.check(
		JSON.stringify(rss) === JSON.stringify(json) && JSON.stringify(atom) === JSON.stringify(json),
		folder,
		"its three feeds do not say the same",
	);
}
findings.end();

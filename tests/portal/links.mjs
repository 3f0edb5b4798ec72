// links.mjs FOLDER SITE.YAML - every link of a written site that stays within it leads to
// a file, and every #anchor to an id: in pages, style sheets, feeds, site maps, redirects
// and robots.txt. Every page can be reached from the home page.
import { filesBelow, read, tagsOf, unescapeHtml, Findings } from "./walk.mjs";
import { readFileSync } from "node:fs";

const [dir, settings] = process.argv.slice(2);
const files = new Set(filesBelow(dir));
const findings = new Findings();
const { domain, base } = readSettings(settings);

// The two lines of site.yaml that say where the site will stand.
function readSettings(path) {
	const text = readFileSync(path, "utf8");
	const value = (key) => text.match(new RegExp(`^${key}:\\s*"?([^"\\n]*)"?\\s*$`, "m"))?.[1];
	return { domain: value("ten_mien").replace(/\/$/, ""), base: value("duong_dan_goc") ?? "/" };
}

// The file that a server gives for a URL path, or null.
function fileFor(path) {
	const plain = decodeURIComponent(path).replace(/^\//, "");
	if (plain === "" || plain.endsWith("/"))
		return files.has(plain + "index.html") ? plain + "index.html" : null;
	return files.has(plain) ? plain : null;
}

const ids = new Map();

function idsOf(file) {
	if (!ids.has(file)) {
		const found = new Set();
		for (const { attributes } of tagsOf(read(dir, file)))
			for (const key of ["id", "name"])
				if (attributes.get(key)) found.add(attributes.get(key));
		ids.set(file, found);
	}
	return ids.get(file);
}

// Where a link from a file leads: a file of the site, or null for another site. What
// leads nowhere is reported.
function follow(from, line, url) {
	let to;
	try {
		to = new URL(url, `${domain}/${from.replace(/(^|\/)index\.html$/, "$1")}`);
	} catch {
		findings.check(false, `${from}:${line}`, `"${url}" is no URL`);
		return null;
	}
	if (to.origin !== new URL(domain).origin || !to.pathname.startsWith(base)) {
		findings.check(
			!/^https?:/.test(to.protocol) || to.origin !== new URL(domain).origin || url.startsWith(domain),
			`${from}:${line}`,
			`"${url}" leads out of ${base}`,
		);
		return null;
	}
	const file = fileFor(to.pathname);
	findings.check(file, `${from}:${line}`, `"${url}" leads to no file`);
	if (file && to.hash.length > 1)
		findings.check(
			file.endsWith(".html") && idsOf(file).has(decodeURIComponent(to.hash.slice(1))),
			`${from}:${line}`,
			`"${url}" leads to no id`,
		);
	return file;
}

const urlAttributes = ["href", "src", "action", "poster", "data", "cite", "formaction"];

function urlsOfTag({ name, attributes }) {
	const urls = urlAttributes.filter((key) => attributes.has(key)).map((key) => attributes.get(key));
	if (attributes.has("srcset"))
		urls.push(...attributes.get("srcset").split(",").map((part) => part.trim().split(/\s+/)[0]));
	if (name === "meta" && /^(og:url|og:image)$/.test(attributes.get("property") ?? ""))
		urls.push(attributes.get("content"));
	if (name === "meta" && /^refresh$/i.test(attributes.get("http-equiv") ?? ""))
		urls.push(attributes.get("content").replace(/^[^=]*=\s*/, ""));
	return urls;
}

// The pages that a page leads to.
function linksOfPage(file) {
	const to = new Set();
	for (const tag of tagsOf(read(dir, file)))
		for (const url of urlsOfTag(tag)) to.add(follow(file, tag.line, url));
	return to;
}

// URLs that a pattern finds in a file of another form, in its first group that is there.
function linksOfText(file, pattern) {
	const to = new Set();
	for (const match of read(dir, file).matchAll(pattern))
		to.add(follow(file, 0, unescapeHtml(match.slice(1).find((group) => group !== undefined))));
	return to;
}

const patterns = [
	[/\.css$/, /url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"']*))\s*\)/g],
	[/sitemap[^/]*\.xml$/, /<loc>([^<]*)<\/loc>/g],
	[/(rss|atom)\.xml$/, /<(?:link|guid[^>]*|id)>([^<]*)<\/|(?:\shref)="([^"]*)"/g],
	[/feed\.json$/, /"(?:url|home_page_url|feed_url|id)": "([^"]*)"/g],
	[/robots\.txt$/, /^Sitemap:\s*(\S+)/gim],
	[/\.htaccess$/, /^(?:Redirect\S* 301 .*|ErrorDocument \d+) "?([^\s"]+)"?$/gim],
	[/\.map$/, /^"?\/\S*\s+"?([^\s";]+)"?;/gm],
];

const leadsTo = new Map();
for (const file of files) {
	if (file.endsWith(".html")) leadsTo.set(file, linksOfPage(file));
	for (const [name, pattern] of patterns)
		if (name.test(file)) leadsTo.set(file, linksOfText(file, pattern));
}

function reachableFrom(start) {
	const seen = new Set([start]);
	for (const file of seen)
		for (const next of leadsTo.get(file) ?? []) if (next) seen.add(next);
	return seen;
}

// A page that search engines shall not have (a redirect, 404.html) needs no way to it.
function isForReaders(file) {
	return ![...tagsOf(read(dir, file))].some(
		({ name, attributes }) =>
			name === "meta" &&
			(/noindex/.test(attributes.get("content") ?? "") || attributes.has("http-equiv")),
	);
}

const home = fileFor(base);
findings.check(home, base, "there is no home page");
const reached = home ? reachableFrom(home) : new Set();
for (const file of files)
	if (file.endsWith(".html") && isForReaders(file))
		findings.check(reached.has(file), file, "no way leads here from the home page");
findings.end();

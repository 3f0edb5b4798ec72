// One site, four ways to search it: bytes to the first result, size of the index, time to build it,
// and where the page that people want stands. README.md says how each is measured.
//
//	node run.mjs CCHC SHARE PAGES...
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { dirname, extname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const require = createRequire(import.meta.url);
const { chromium } = createRequire(new URL("../../package.json", import.meta.url))("playwright-core");
const here = dirname(fileURLToPath(import.meta.url));
const [cchc, share] = process.argv.slice(2, 4).map((path) => resolve(path));
const counts = process.argv.slice(4);
const LUNR_PAGES_MAX = 4000; /* more take it many minutes, and gigabytes */
const DEEPEST = 10; /* results looked at; beyond: rank 11 */

const pagefindProgram = join(here, `node_modules/@pagefind/${process.platform}-${process.arch}/bin/pagefind_extended`);

const gz = (bytes) => gzipSync(bytes, { level: 6 }).length;
const kb = (n) => `${(n / 1024).toFixed(1)} KB`;

function filesBelow(folder) {
	return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
		entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)]);
}

/* As a server sends it: text with gzip, the rest as it is. */
const isText = (path) => [".html", ".js", ".css", ".json", ".txt", ".svg"].includes(extname(path));
const sent = (path) => isText(path) ? gz(readFileSync(path)) : statSync(path).size;
const sizeOf = (folder) => filesBelow(folder).reduce((sum, path) => sum + statSync(path).size, 0);

function run(command, args, options = {}) {
	const begin = process.hrtime.bigint();
	const done = spawnSync(command, args, { encoding: "utf8", maxBuffer: 1 << 28, ...options });

	if (done.status !== 0)
		throw new Error(`${command}: ${done.stdout}${done.stderr}`);
	return Number(process.hrtime.bigint() - begin) / 1e9;
}

/* Seconds and megabytes of a command, by time(1). */
function measured(command, args) {
	const file = join(tmpdir(), `time.${process.pid}`);
	const seconds = run("/usr/bin/time", ["-f", "%M %U %S", "-o", file, command, ...args]);
	const [kilobytes, user, system] = readFileSync(file, "utf8").trim().split(" ").map(Number);

	rmSync(file);
	return { seconds, cpu: user + system, megabytes: kilobytes / 1024 };
}

// A server that says what it sent

function serve(root) {
	const log = [];
	const types = { ".html": "text/html", ".js": "text/javascript", ".json": "application/json", ".css": "text/css", ".wasm": "application/wasm" };
	const server = createServer((request, response) => {
		let path = join(root, decodeURIComponent(request.url.split("?")[0]));

		if (existsSync(path) && statSync(path).isDirectory())
			path = join(path, "index.html");
		if (!existsSync(path))
			return response.writeHead(404).end();
		let bytes = readFileSync(path);
		const headers = { "content-type": types[extname(path)] ?? "application/octet-stream", "cache-control": "no-store" };
		if (isText(path)) {
			bytes = gzipSync(bytes, { level: 6 });
			headers["content-encoding"] = "gzip";
		}
		log.push({ path, n: bytes.length });
		response.writeHead(200, headers);
		return response.end(bytes);
	});

	return new Promise((done) => server.listen(0, "127.0.0.1", () => done({ log, close: () => server.close(), at: `http://127.0.0.1:${server.address().port}` })));
}

const plain = (html) => html.replace(/<(script|style)[^]*?<\/\1>/g, " ").replace(/<[^>]*>/g, " ")
	.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&quot;/g, '"').replace(/&#39;/g, "'").replace(/&amp;/g, "&").replace(/\s+/g, " ");

/* Of each page its address, title and the text of its main part, for those that need a list. */
function readPages(root, urls) {
	return urls.map((url, id) => {
		const html = readFileSync(join(root, url, "index.html"), "utf8"), main = /<main[^]*<\/main>/.exec(html)[0];

		return { id, url, title: plain(/<h1[^>]*>([^]*?)<\/h1>/.exec(main)[1]).trim(), text: plain(main) };
	});
}

function rankOf(urls, wanted) {
	const at = urls.slice(0, DEEPEST).indexOf(wanted);

	return at < 0 ? DEEPEST + 1 : at + 1;
}

/* Mean of the ranks, how often first, how often not among ten; by sort too. What is mistyped (+) is
   told by itself. */
function summary(queries, ranks) {
	const mean = (list) => list.reduce((a, b) => a + b, 0) / list.length;
	const sorts = [...new Set(queries.map((q) => q.sort))];
	const counted = ranks.filter((_, i) => !queries[i].sort.startsWith("+"));

	return {
		mean: mean(counted), first: counted.filter((r) => r === 1).length, missed: counted.filter((r) => r > DEEPEST).length,
		sorts: sorts.map((sort) => `${sort} ${mean(ranks.filter((_, i) => queries[i].sort === sort)).toFixed(2)}`).join(", "),
	};
}

async function byCchc(browser, root, queries) {
	const ranks = [], bytes = [];
	const server = await serve(root);

	for (const { query, url } of queries) {
		const page = await (await browser.newContext()).newPage();

		server.log.length = 0;
		await page.goto(`${server.at}/cchc/tim-kiem/?q=${encodeURIComponent(query)}`);
		await page.waitForFunction(() => /^(\d+ kết quả|Không tìm)/.test(document.querySelector("[data-bao]").textContent), null, { timeout: 60000 });
		const found = await page.evaluate(() => [...document.querySelectorAll("[data-ket-qua] a")].map((a) => a.getAttribute("href").replace("/cchc/", "")));
		ranks.push(rankOf(found, url));
		bytes.push(server.log.filter(({ path }) => /tim-kiem(\.[0-9a-f]+)?\.js$|tim-kiem\/[a-z].*\.(json|bin|txt)$/.test(path)).reduce((sum, { n }) => sum + n, 0));
		await page.context().close();
	}
	server.close();
	return { ranks, bytes };
}

/* Its own script without its user interface, and the text of the first result alone. */
async function byPagefind(browser, root, queries) {
	const ranks = [], bytes = [];
	const server = await serve(root);

	writeFileSync(join(root, "do.html"), '<!DOCTYPE html><html lang="vi"><title>Pagefind</title>');
	for (const { query, url } of queries) {
		const page = await (await browser.newContext()).newPage();

		await page.goto(`${server.at}/do.html`);
		server.log.length = 0;
		await page.evaluate(async (q) => {
			window.pagefind = await import("/pagefind/pagefind.js");
			window.found = (await window.pagefind.search(q)).results;
			await window.found[0]?.data();
		}, query);
		bytes.push(server.log.reduce((sum, { n }) => sum + n, 0));
		const found = await page.evaluate(async (n) => (await Promise.all(window.found.slice(0, n).map((r) => r.data()))).map((d) => d.url), DEEPEST);
		ranks.push(rankOf(found.map((address) => address.replace(/^\//, "")), url));
		await page.context().close();
	}
	server.close();
	return { ranks, bytes };
}

const fold = (word) => word.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/g, "d");

function byMiniSearch(pages, queries) {
	const MiniSearch = require("minisearch"), begin = performance.now();
	const options = { fields: ["title", "text"], storeFields: ["url", "title"], processTerm: fold, searchOptions: { boost: { title: 3 } } };
	const index = new MiniSearch(options);

	index.addAll(pages);
	const json = JSON.stringify(index), seconds = (performance.now() - begin) / 1000;
	const script = readFileSync(require.resolve("minisearch").replace(/dist\/.*/, "dist/umd/index.js"));
	return {
		seconds, size: json.length, wire: gz(script) + gz(json),
		ranks: queries.map(({ query, url }) => rankOf(index.search(query).map((r) => r.url), url)),
	};
}

function byLunr(pages, queries) {
	const lunr = require("lunr"), begin = performance.now();

	require("lunr-languages/lunr.stemmer.support")(lunr);
	require("lunr-languages/lunr.vi")(lunr);
	const index = lunr(function () {
		this.use(lunr.vi);
		this.ref("url");
		this.field("title", { boost: 3 });
		this.field("text");
		pages.forEach((page) => this.add(page));
	});
	const json = JSON.stringify(index), seconds = (performance.now() - begin) / 1000;
	const titles = JSON.stringify(pages.map(({ url, title }) => [url, title]));
	const scripts = ["lunr", "lunr-languages/lunr.stemmer.support", "lunr-languages/lunr.vi"].map((name) => readFileSync(require.resolve(name)));
	return {
		seconds, size: json.length + titles.length, wire: scripts.reduce((sum, script) => sum + gz(script), gz(json) + gz(titles)),
		ranks: queries.map(({ query, url }) => rankOf(index.search(query.replace(/[:+\-^~*]/g, " ")).map((r) => r.ref), url)),
	};
}

const mean = (list) => list.reduce((a, b) => a + b, 0) / list.length;

function row(name, { wire, size, seconds, cpu, megabytes }, found) {
	console.log(`${name.padEnd(22)} ${kb(wire).padStart(10)} ${kb(size).padStart(12)} ${seconds.toFixed(2).padStart(8)} s ${(cpu ?? seconds).toFixed(2).padStart(8)} s ` +
		`${megabytes ? `${megabytes.toFixed(0)} MB`.padStart(9) : "".padStart(9)} ${found.mean.toFixed(2).padStart(8)} ${String(found.first).padStart(6)} ${String(found.missed).padStart(7)}`);
}

async function compare(browser, count) {
	const work = mkdtempSync(join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), "cchc-search."));
	const main = join(work, "site/public/cchc"), copy = join(work, "pagefind-site");

	try {
		run("node", [join(here, "generate.mjs"), work, count]);
		const queries = JSON.parse(readFileSync(join(work, "queries.json"), "utf8"));
		const build = ["--root", join(work, "site"), "build", "--share", share, "--today", "2026-11-22", "--quiet", "--output", "public"];
		const whole = measured(cchc, build);
		const urls = filesBelow(join(work, "site/content")).filter((path) => /(thu-tuc|van-ban|tin-tuc)\/[^/]*\.(md|yaml)$/.test(path)).map((path) => {
			const [, kind, code] = /(thu-tuc|van-ban|tin-tuc)\/([^/]*)\.(md|yaml)$/.exec(path);
			const day = kind === "tin-tuc" ? /^ngay_dang: (\d+)-(\d+)/m.exec(readFileSync(path, "utf8")) : null;

			return `${kind}/${day ? `${day[1]}/${day[2]}/` : ""}${code}/`;
		});
		urls.forEach((url) => {
			mkdirSync(join(copy, url), { recursive: true });
			cpSync(join(main, url, "index.html"), join(copy, url, "index.html"));
		});
		const pagefind = measured(pagefindProgram, ["--site", copy, "--root-selector", "main", "--quiet"]);
		const pages = readPages(main, urls);

		console.log(`\n${pages.length} pages, ${queries.filter((q) => !q.sort.startsWith("+")).length} queries, ${new Date().toISOString().slice(0, 10)}`);
		console.log(`${"".padEnd(22)} ${"bytes to 1st".padStart(10)} ${"index".padStart(10)} ${"build".padStart(9)} ${"cpu".padStart(10)} ${"memory".padStart(9)} ${"rank".padStart(8)} ${"first".padStart(6)} ${"missed".padStart(7)}`);
		const ours = await byCchc(browser, join(work, "site/public"), queries);
		const found = summary(queries, ours.ranks);
		row("cchc (the whole site)", { wire: mean(ours.bytes), size: sizeOf(join(main, "tim-kiem")), ...whole }, found);
		const theirs = await byPagefind(browser, copy, queries), foundByPagefind = summary(queries, theirs.ranks);
		const index = readdirSync(join(copy, "pagefind")).filter((name) => /^(fragment|index|pagefind\..*\.pf_meta|pagefind-entry\.json)/.test(name)).map((name) => join(copy, "pagefind", name));
		row("Pagefind 1.6.0", { wire: mean(theirs.bytes), size: index.reduce((sum, path) => sum + (statSync(path).isDirectory() ? sizeOf(path) : statSync(path).size), 0), ...pagefind }, foundByPagefind);
		const mini = byMiniSearch(pages, queries), foundByMini = summary(queries, mini.ranks);
		row("MiniSearch 7.2.0", mini, foundByMini);
		const lunr = pages.length <= LUNR_PAGES_MAX ? byLunr(pages, queries) : null;
		const foundByLunr = lunr && summary(queries, lunr.ranks);
		if (lunr)
			row("lunr 2.3.9 + lunr.vi", lunr, foundByLunr);
		console.log("mean rank by sort of query:");
		[["cchc", found], ["Pagefind", foundByPagefind], ["MiniSearch", foundByMini], ["lunr", foundByLunr]].filter(([, f]) => f).forEach(([name, f]) => console.log(`  ${name.padEnd(12)} ${f.sorts}`));
		console.log(`cchc: most bytes ${kb(Math.max(...ours.bytes))}; files of the index: ${filesBelow(join(main, "tim-kiem")).length - 1}; sent by a server that compresses text ${kb(filesBelow(join(main, "tim-kiem")).reduce((sum, path) => sum + sent(path), 0))}`);
		queries.forEach((q, i) => process.env.VERBOSE && ours.ranks[i] > 1 && console.log(`  ${ours.ranks[i]} (Pagefind ${theirs.ranks[i]}): ${q.query} -> ${q.url}`));
		return mean(ours.bytes) < mean(theirs.bytes) && found.mean <= foundByPagefind.mean && whole.seconds < pagefind.seconds;
	} finally {
		if (!process.env.KEEP)
			rmSync(work, { recursive: true });
	}
}

const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
let good = true;
for (const count of counts)
	good = await compare(browser, count) && good;
await browser.close();
process.exitCode = good ? 0 : 1;

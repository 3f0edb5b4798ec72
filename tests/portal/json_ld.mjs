// json_ld.mjs - is the JSON-LD of each page what schema.org says it may be?
//
//	node json_ld.mjs PUBLIC SITE.yaml
//
// Each page that is to be found has one graph. Its types and properties are compared with
// the table below, which was written after the definitions of schema.org: what a property
// belongs to, and what may stand in it. What the search engines ask for besides is
// `must`. Names of nodes are looked up, addresses are whole, dates are dates, and the
// page, its canonical address and the end of its breadcrumb are one. Of the nodes of other
// pages only the pages themselves may be named.
import { readFileSync } from "node:fs";
import { filesBelow, read, tagsOf, Findings } from "./walk.mjs";

const text = ["Text"];
const url = ["URL"];
const date = ["Date", "DateTime"];

// type: [what it is a sort of, {property: what may stand in it}, what must be there]
const types = {
	Thing: [
		null,
		{
			name: text, alternateName: text, description: text, url, sameAs: url, identifier: text,
			image: ["URL", "ImageObject"], mainEntityOfPage: ["URL", "WebPage"],
		},
		["name"],
	],
	CreativeWork: [
		"Thing",
		{
			author: ["Organization", "Person"], creator: ["Organization", "Person"], publisher: ["Organization", "Person"],
			dateCreated: date, datePublished: date, dateModified: date, expires: date, headline: text,
			inLanguage: text, isPartOf: ["CreativeWork", "URL"], keywords: text, license: ["CreativeWork", "URL"],
			mainEntity: ["Thing"], temporalCoverage: text, encoding: ["MediaObject"], position: ["Integer"],
			text, isAccessibleForFree: ["Boolean"],
			workTranslation: ["CreativeWork"], translationOfWork: ["CreativeWork"],
		},
	],
	WebPage: ["CreativeWork", { breadcrumb: ["BreadcrumbList"] }, ["url", "publisher", "inLanguage"]],
	CollectionPage: ["WebPage", {}],
	ContactPage: ["WebPage", {}],
	FAQPage: ["WebPage", {}, ["mainEntity"]],
	WebSite: ["CreativeWork", { potentialAction: ["SearchAction"] }, ["url", "publisher"]],
	// query-input is a property of no type, but what the search engines read.
	SearchAction: ["Thing", { target: ["EntryPoint"], "query-input": text }, ["target", "query-input"], ["name"]],
	EntryPoint: ["Thing", { urlTemplate: text }, ["urlTemplate"], ["name"]],
	Article: ["CreativeWork", { articleSection: text }],
	NewsArticle: ["Article", {}, ["headline", "datePublished", "dateModified", "author", "publisher", "url"]],
	Report: ["Article", { reportNumber: text }, ["author", "publisher"]],
	Legislation: [
		"CreativeWork",
		{
			legislationIdentifier: text, legislationType: text, legislationDate: ["Date"],
			legislationPassedBy: ["Organization", "Person"], legislationLegalForce: ["LegalForceStatus"],
		},
		["legislationType", "legislationPassedBy", "url"],
	],
	Dataset: [
		"CreativeWork",
		{ variableMeasured: text, distribution: ["DataDownload"] },
		["description", "creator"],
	],
	DataCatalog: ["CreativeWork", { dataset: ["Dataset"] }, ["dataset"]],
	Comment: ["CreativeWork", {}],
	Question: ["Comment", { acceptedAnswer: ["Answer"] }, ["acceptedAnswer"]],
	Answer: ["Comment", {}, ["text"], ["name"]],
	HowTo: ["CreativeWork", { step: ["HowToStep"], supply: ["HowToSupply"] }, ["step"]],
	HowToStep: ["CreativeWork", {}, ["text", "position"]],
	DigitalDocument: ["CreativeWork", {}],
	MediaObject: ["CreativeWork", { contentUrl: url }, ["contentUrl"], ["name"]],
	ImageObject: ["MediaObject", { caption: text }, ["url"], ["name", "contentUrl"]],
	VideoObject: ["MediaObject", {}, [], ["contentUrl"]],
	AudioObject: ["MediaObject", {}, [], ["contentUrl"]],
	DataDownload: ["MediaObject", { encodingFormat: text }, ["encodingFormat"]],
	Intangible: ["Thing", {}],
	Service: [
		"Intangible",
		{
			provider: ["Organization", "Person"], serviceType: text, audience: ["Audience"],
			availableChannel: ["ServiceChannel"], serviceOutput: ["Thing"], offers: ["Offer"],
		},
	],
	GovernmentService: ["Service", {}, ["provider", "url", "availableChannel"]],
	ServiceChannel: ["Intangible", { serviceUrl: url }],
	Offer: ["Intangible", { price: ["Number"], priceCurrency: text }, ["price", "priceCurrency"]],
	Audience: ["Intangible", { audienceType: text }, ["audienceType"], ["name"]],
	HowToSupply: ["Intangible", {}],
	ContactPoint: ["Intangible", { contactType: text, telephone: text, email: text, availableLanguage: text }, ["contactType"], ["name"]],
	PostalAddress: ["ContactPoint", { streetAddress: text, addressCountry: text }, ["streetAddress"], ["contactType"]],
	ItemList: ["Intangible", { itemListElement: ["ListItem"] }, ["itemListElement"], ["name"]],
	BreadcrumbList: ["ItemList", {}],
	ListItem: ["Intangible", { position: ["Integer"], item: ["URL", "Thing"] }, ["position", "item"]],
	Organization: [
		"Thing",
		{
			address: ["PostalAddress"], telephone: text, email: text, contactPoint: ["ContactPoint"],
			parentOrganization: ["Organization"], location: ["Place"], foundingDate: ["Date"], dissolutionDate: ["Date"],
		},
	],
	GovernmentOrganization: ["Organization", {}],
	Hospital: ["Organization", {}],
	Person: ["Thing", {}],
	Place: ["Thing", {}],
	VirtualLocation: ["Intangible", {}, ["url"], ["name"]],
	Event: [
		"Thing",
		{
			startDate: date, endDate: date, location: ["Place", "VirtualLocation"], organizer: ["Organization", "Person"],
			eventStatus: ["EventStatusType"], eventAttendanceMode: ["EventAttendanceModeEnumeration"], inLanguage: text,
		},
		["startDate", "location", "organizer"],
	],
};

const members = {
	LegalForceStatus: ["InForce", "NotInForce", "PartiallyInForce"],
	EventStatusType: ["EventScheduled", "EventCancelled", "EventPostponed"],
	EventAttendanceModeEnumeration: ["OfflineEventAttendanceMode", "OnlineEventAttendanceMode", "MixedEventAttendanceMode"],
};

// What a record's own page is about, by the kind of its section.
const expected = {
	"thu-tuc": "GovernmentService", "van-ban": "Legislation", "tin-bai": "NewsArticle", "hoi-dap": "Question",
	"su-kien": "Event", "huong-dan": "HowTo", "chi-so": "Dataset", "so-lieu-tthc": "Dataset", "bao-cao": "Report",
};

const [dir, settings] = process.argv.slice(2);
const site = readFileSync(settings, "utf8");
const setting = (key) => site.match(new RegExp(`^${key}: "(.*)"`, "m"))?.[1];
const base = setting("duong_dan_goc");
const root = setting("ten_mien") + base;
const english = `${root}en/`;
const publisher = /^ {2}loai: "co-quan"/m.test(site) ? "GovernmentOrganization" : "Hospital";
const findings = new Findings();
let records = 0;

function* lineOf(type) {
	for (let t = type; t; t = types[t]?.[0]) yield t;
}
const isA = (type, wanted) => [...lineOf(type)].includes(wanted);
const mayStandIn = (type, key) => [...lineOf(type)].map((t) => types[t]?.[1][key]).find(Boolean);

// What must be there, of the type and what it is a sort of, but for what it takes back.
function mustHave(type) {
	const takenBack = new Set();
	const must = new Set();
	for (const t of lineOf(type)) {
		for (const key of types[t][2] ?? []) if (!takenBack.has(key)) must.add(key);
		for (const key of types[t][3] ?? []) takenBack.add(key);
	}
	return must;
}

const day = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;
const moment = /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\d\+07:00$/;
const plain = {
	Text: (v) => typeof v === "string" && v.trim() === v && v.length > 0,
	URL: (v) => typeof v === "string" && /^https?:\/\/[^\s"<>]+$/.test(v),
	Date: (v) => typeof v === "string" && day.test(v),
	DateTime: (v) => typeof v === "string" && moment.test(v),
	Number: (v) => typeof v === "number" && Number.isFinite(v),
	Integer: (v) => Number.isInteger(v),
	Boolean: (v) => typeof v === "boolean",
};

class Page {
	constructor(where, graph) {
		this.where = where;
		this.byId = new Map(graph.filter((node) => node["@id"]).map((node) => [node["@id"], node]));
		findings.check(this.byId.size === graph.length, where, "a node of the graph has no @id of its own");
		graph.forEach((node) => this.node(node, node["@type"]));
	}

	node(node, path) {
		const type = node["@type"];
		findings.check(type in types, this.where, `${path}: unknown type ${type}`);
		if (!(type in types)) return;
		for (const key of mustHave(type)) findings.check(key in node, this.where, `${path} needs ${key}`);
		for (const [key, value] of Object.entries(node)) {
			if (key === "@type" || key === "@id") continue;
			const may = mayStandIn(type, key);
			findings.check(may, this.where, `${path}: ${type} has no property ${key}`);
			for (const one of may ? [value].flat() : []) this.value(one, may, `${path}.${key}`);
		}
	}

	value(value, may, path) {
		const good =
			typeof value === "object" && value !== null
				? this.thing(value, may, path)
				: may.some((type) => plain[type]?.(value) || this.member(value, type));
		findings.check(good, this.where, `${path} may not be ${JSON.stringify(value)}; wanted ${may.join(" or ")}`);
	}

	member(value, type) {
		return members[type]?.some((name) => value === `https://schema.org/${name}`);
	}

	thing(value, may, path) {
		const alone = Object.keys(value).join() === "@id";
		const meant = alone ? this.byId.get(value["@id"]) : value;
		if (!meant) return may.includes("CreativeWork") && addresses.has(value["@id"]);
		if (!alone) this.node(meant, path);
		return may.some((type) => isA(meant["@type"], type));
	}
}

function breadcrumb(where, list, canonical) {
	const items = list.itemListElement;
	findings.check(items.length > 1, where, "the breadcrumb has no way to the page");
	items.forEach((item, i) => findings.check(item.position === i + 1, where, `item ${i} stands at ${item.position}`));
	findings.check([root, english].includes(items[0].item), where, "the breadcrumb does not begin at a home page");
	findings.check(items.at(-1).item === canonical, where, "the breadcrumb does not end at the page");
}

// The kind of record whose own page has that address, as far as the sections tell.
const sections = [...site.matchAll(/^ {4}loai: "([^"]*)"\n(?: {4}.*\n)*? {4}duong_dan: "([^"]*)"/gm)].map((m) => [m[1], m[2]]);

function checkKind(where, path, graph) {
	const page = graph[0];
	const thing = graph.find((node) => node["@id"] === page.mainEntity?.["@id"]);
	for (const [kind, place] of sections) {
		const own = kind === "tin-bai" ? `${place}/\\d{4}/\\d\\d/[^/]+` : `${place}/[^/]+`;
		if (page["@type"] === "CollectionPage" || !expected[kind] || !new RegExp(`^${own}/index.html$`).test(path)) continue;
		findings.check(thing?.["@type"] === expected[kind], where, `is about ${thing?.["@type"]}, not ${expected[kind]}`);
		if (thing?.["@type"] === "Dataset")
			for (const key of ["temporalCoverage", "variableMeasured"]) findings.check(thing[key], where, `needs ${key}`);
		records++;
	}
	if (page["@type"] === "FAQPage") findings.check(thing?.["@type"] === "Question", where, "a list of questions has one");
}

function checkPage(path, html) {
	const tags = [...tagsOf(html)];
	const canonical = tags.find((tag) => tag.attributes.get("rel") === "canonical")?.attributes.get("href");
	const scripts = [...html.matchAll(/<script type="application\/ld\+json">([^]*?)<\/script>/g)].map((m) => m[1]);
	const printed = /tai-nguyen\/(?:van-ban-)?in\b[^"]*\.css/.test(html);
	const moved = tags.some((tag) => tag.attributes.get("http-equiv") === "refresh");
	if (!scripts.length) {
		findings.check(!canonical || printed || moved, path, "no JSON-LD");
		return;
	}
	findings.check(scripts.length === 1, path, `${scripts.length} graphs`);
	findings.check(!/[<>&]/.test(scripts[0]), path, "a character that could end the script");
	let data;
	try {
		data = JSON.parse(scripts[0]);
	} catch (error) {
		findings.check(false, path, `no JSON: ${error.message}`);
		return;
	}
	findings.check(data["@context"] === "https://schema.org", path, "another context");
	const graph = data["@graph"];
	const list = graph.find((node) => node["@type"] === "BreadcrumbList");
	new Page(path, graph);
	findings.check(graph[0]["@id"] === canonical, path, `the page is ${graph[0]["@id"]}, its canonical address ${canonical}`);
	findings.check(list || [root, english].includes(canonical), path, "no breadcrumb");
	if (list) breadcrumb(path, list, canonical);
	const by = graph.find((node) => node["@id"] === graph[0].publisher["@id"])?.["@type"];
	findings.check(by === publisher, path, `published by a ${by}`);
	checkKind(path, path.replace(base.slice(1), ""), graph);
}

const pages = filesBelow(dir).filter((path) => path.endsWith(".html"));
// of each page, so that the graph of one may name another page
const addresses = new Set(pages.map((path) => root + path.replace(base.slice(1), "").replace(/index\.html$/, "")));
for (const path of pages) checkPage(path, read(dir, path));
findings.check(pages.length > 0, dir, "has no pages");
findings.check(records > 0, dir, "has no records");
findings.end();

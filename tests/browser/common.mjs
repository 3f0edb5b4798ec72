// What the tests in a browser share: a server that says with each file what the site's own
// _headers says, Chromium, which pages there are, and how a check is counted.
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { chromium } from 'playwright-core'

const types = {
	'.html': 'text/html; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.json': 'application/json',
	'.webmanifest': 'application/manifest+json',
	'.svg': 'image/svg+xml',
	'.txt': 'text/plain; charset=utf-8',
	'.vtt': 'text/vtt',
	'.png': 'image/png',
	'.jpg': 'image/jpeg',
	'.webp': 'image/webp',
	'.wav': 'audio/wav',
	'.mp3': 'audio/mpeg',
	'.mp4': 'video/mp4',
}

// A folder of output: where it lies, and the path below which the section is.
export function site_of(root) {
	const base = readdirSync(root).find(name => existsSync(join(root, name, '_headers')))
	if (!base) throw new Error(`${root}: no section`)
	return { root, base: `/${base}/` }
}

// The rules of _headers: [[where, {name: value}]]
function rules_of(site) {
	const rules = []
	for (const line of readFileSync(join(site.root, site.base, '_headers'), 'utf8').split('\n')) {
		const header = line.match(/^\s+([\w-]+): (.*)$/)
		if (header) rules.at(-1)[1][header[1]] = header[2]
		else if (line.startsWith('/')) rules.push([line.replace('*', ''), {}])
	}
	return rules
}

// Pages that lead on would be gone before one could look at them: "still" keeps them.
function body_of(file, still) {
	const body = readFileSync(file)
	return still && file.endsWith('.html')
		? Buffer.from(body.toString().replace(/<meta http-equiv="refresh"[^>]*>/, ''))
		: body
}

export async function serve(site, { still = false } = {}) {
	const rules = rules_of(site)
	const server = createServer((request, response) => {
		const url = decodeURIComponent(request.url.split('?')[0])
		let file = join(site.root, normalize(url.endsWith('/') ? `${url}index.html` : url))
		const there = existsSync(file) && statSync(file).isFile()
		if (!there) file = join(site.root, site.base, '404.html')
		response.writeHead(there ? 200 : 404, {
			...Object.assign({}, ...rules.filter(([at]) => url.startsWith(at)).map(rule => rule[1])),
			'content-type': types[extname(file)] ?? 'application/octet-stream',
		})
		response.end(body_of(file, still))
	})
	await new Promise(done => server.listen(0, '127.0.0.1', done))
	return { origin: `http://127.0.0.1:${server.address().port}`, close: () => server.close() }
}

export function launch() {
	return chromium.launch({
		executablePath: '/usr/bin/chromium',
		args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--force-color-profile=srgb'],
	})
}

// All pages of a site, as paths of its addresses.
export function pages_of(site) {
	return readdirSync(site.root, { recursive: true })
		.filter(file => file.endsWith('.html'))
		.map(file => `/${file.replace(/(^|\/)index\.html$/, '$1')}`)
		.sort()
}

// What a page is made of: its elements with their classes, and how they stand in each other.
function features_of(html) {
	const found = new Set()
	const open = []
	for (const [, end, name, rest] of html.matchAll(
		/<(\/?)([a-z][a-z0-9]*)((?:[^>"]|"[^"]*")*)>/g,
	)) {
		if (end) {
			const at = open.findLastIndex(one => one.name === name)
			if (at >= 0) open.length = at
			continue
		}
		const look = name + (rest.match(/ class="([^"]*)"/)?.[1] ?? '').replace(/^|\s+/g, '.')
		found.add(`${open.at(-1)?.look ?? ''} > ${look}`)
		if (!/^(meta|link|img|br|hr|input|source|track|wbr|path|rect|line|circle)$/.test(name))
			open.push({ name, look })
	}
	return found
}

function left_of(site, pages, seen) {
	const left = new Map()
	for (const page of pages) {
		const file = join(site.root, page.endsWith('/') ? `${page}index.html` : page)
		const features = features_of(readFileSync(file, 'utf8'))
		for (const one of seen) features.delete(one)
		left.set(page, features)
	}
	return left
}

// Few pages that together have everything that any page has, and the home page. What is
// in "seen" counts no more, and what these pages have is added to it.
export function samples_of(site, pages = pages_of(site), seen = new Set()) {
	const left = left_of(site, pages, seen)
	const chosen = []
	for (;;) {
		let best
		for (const [page, features] of left)
			if (features.size > (best ? left.get(best).size : 0)) best = page
		if (!best) return chosen.includes(site.base) ? chosen : [site.base, ...chosen]
		chosen.push(best)
		const covered = left.get(best)
		for (const one of covered) seen.add(one)
		left.delete(best)
		for (const features of left.values()) for (const one of covered) features.delete(one)
	}
}

// work(item, page) for each item, by as many pages of a browser as there are cores.
export async function in_pages(browser, items, options, work, first, hands = 2) {
	const queue = [...items]
	const hand = async () => {
		const context = await browser.newContext(options)
		if (first) await context.addInitScript(first)
		const page = await context.newPage()
		for (let item; (item = queue.shift()) !== undefined;) await work(item, page)
		await context.close()
	}
	await Promise.all(Array.from({ length: hands }, hand))
}

let passed = 0
let failed = 0

export function check(good, words) {
	if (good) return void passed++
	failed++
	if (failed <= 60) console.log(`not so: ${words}`)
}

export function end() {
	console.log(`${passed} passed, ${failed} failed`)
	process.exit(failed ? 1 : 0)
}

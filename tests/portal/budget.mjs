// budget.mjs PUBLIC BASE: what a first visit of each page costs, counted in the files:
// the page with its styles and scripts, packed as a server packs them, without pictures; how
// many requests; how much script. And what the Content-Security-Policy would refuse: a script
// or style within the page, anything of another site.
import fs from 'node:fs'
import path from 'node:path'
import zlib from 'node:zlib'
import crypto from 'node:crypto'

const [root, base] = process.argv.slice(2)
const near = 4 // pictures that wait until they are near, and are near a screen of 360 x 640
const limit = { bytes: 60 * 1024, requests: 10, script: 12 * 1024 }
let passed = 0, failed = 0
const most = { bytes: [0, ''], requests: [0, ''], script: [0, ''] }

function check(ok, words) {
	if (ok) passed++
	else { failed++; console.log('not so: ' + words) }
}

const packed = new Map()
function gzip(file) {
	if (!packed.has(file)) packed.set(file, zlib.gzipSync(fs.readFileSync(file), { level: 6 }).length)
	return packed.get(file)
}

function attributes(tag) {
	const found = {}
	for (const m of tag.matchAll(/([a-z-]+)(?:="([^"]*)")?/g)) found[m[1]] = m[2] ?? ''
	return found
}

// What the browser fetches by itself: [url, 'style' | 'script' | 'picture', attributes]
function* resources(html) {
	for (const m of html.matchAll(/<(link|script|img|source|video|audio|iframe|object|embed|track)\b([^>]*)>/g)) {
		const a = attributes(m[2])
		if (m[1] === 'link' && /^(stylesheet|preload|modulepreload)$/.test(a.rel)) yield [a.href, 'style', a]
		else if (m[1] === 'link' && /^(icon|manifest|apple-touch-icon)$/.test(a.rel)) yield [a.href, 'picture', a]
		else if (m[1] === 'script' && a.src !== undefined) yield [a.src, 'script', a]
		else if (m[1] === 'video' && a.poster) yield [a.poster, 'picture', a]
		else if (m[1] === 'img') yield [a.src, 'picture', a]
		else if (/^(iframe|object|embed)$/.test(m[1])) yield [a.src ?? a.data, 'frame', a]
		else if (a.src !== undefined && a.preload !== 'none') yield [a.src, 'media', a]
	}
}

function file_of(url) {
	return path.join(root, decodeURIComponent(url.split(/[?#]/)[0]))
}

function integrity_of(file) {
	return 'sha256-' + crypto.createHash('sha256').update(fs.readFileSync(file)).digest('base64')
}

function note(what, n, page) {
	if (n > most[what][0]) most[what] = [n, page]
	check(n <= limit[what], `${page}: ${what} ${n}, more than ${limit[what]}`)
}

function check_inline(page, html) {
	const scripts = [...html.matchAll(/<script\b([^>]*)>/g)]
		.filter(m => !/\bsrc=/.test(m[1]) && !/type="application\/ld\+json"/.test(m[1]))
	check(scripts.length === 0, `${page}: a script within the page`)
	check(!/<style\b/.test(html), `${page}: a style within the page`)
	check(!/<[^>]*\sstyle="/.test(html), `${page}: a style at an element`)
	check(!/<[^>]*\son[a-z]+="/.test(html), `${page}: a script at an element`)
	check(/<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;;/.test(html), `${page}: no policy`)
}

function look(page) {
	const html = fs.readFileSync(path.join(root, page), 'utf8')
	const seen = new Set()
	let bytes = gzip(path.join(root, page)), script = 0, lazy = 0, icons = 0 /* one is taken */
	check_inline(page, html)
	for (const [url, sort, a] of resources(html)) {
		const ours = url?.startsWith('/') && !url.startsWith('//')
		check(ours && sort !== 'frame', `${page}: fetches ${url}`)
		if (!ours || seen.has(url)) continue
		seen.add(url)
		if (a.loading === 'lazy') lazy++
		if (/icon/.test(a.rel)) icons++
		if (sort !== 'style' && sort !== 'script') continue
		check(url.startsWith(base + 'tai-nguyen/'), `${page}: ${url} has no name for its content`)
		check(a.integrity === integrity_of(file_of(url)), `${page}: ${url} has not that integrity`)
		bytes += gzip(file_of(url))
		if (sort === 'script') script += gzip(file_of(url))
	}
	note('bytes', bytes, page)
	note('requests', 1 + seen.size - Math.max(lazy - near, 0) - Math.max(icons - 1, 0), page)
	note('script', script, page)
}

const pages = fs.readdirSync(root, { recursive: true }).filter(f => f.endsWith('.html')).sort()
check(pages.length > 50, `only ${pages.length} pages`)
for (const page of pages) look(page)
for (const [what, [n, page]] of Object.entries(most)) console.log(`most ${what}: ${n} (${page})`)
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed ? 1 : 0)

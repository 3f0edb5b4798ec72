// The offline copy in Chromium: a server on loopback whose site is swapped between visits.
//
//	node tests/offline/browser.mjs SITES
//
// SITES holds the sites of tests/offline.sh, each with its public/.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { chromium } from 'playwright-core'

const base = '/cai-cach-hanh-chinh/'
const WORKER_MAX = 3 * 1024 /* gzip */
const WAIT = 3000 /* ms after which a slow server is not waited for, as in ngoai-tuyen.js */
const withdrawn = 'thu-tuc/lay-thuoc-ngoai-tru/'
const corrected = 'thu-tuc/cap-giay-chung-sinh/'
let passed = 0
let failed = 0

function check(good, what) {
	if (good) return void passed++
	failed++
	console.log(`not so: ${what}`)
}

const read = (site, path) =>
	readFileSync(
		join(
			process.argv[2],
			site,
			'public',
			base,
			path.endsWith('/') || !path ? path + 'index.html' : path,
		),
	)
const list = site => JSON.parse(read(site, 'ngoai-tuyen/danh-sach.json'))
const titleOf = (site, path) => /<title>([^<]*)<\/title>/.exec(read(site, path).toString())[1]

// --- the server ---

const types = {
	'.html': 'text/html; charset=utf-8',
	'.css': 'text/css',
	'.js': 'text/javascript',
	'.json': 'application/json',
	'.svg': 'image/svg+xml',
	'.png': 'image/png',
}
const net = { site: '1', asked: [], left: Infinity, slow: 0, status: 0, other: {}, cut: false }

function answer(request, response) {
	const path = decodeURIComponent(request.url.split('?')[0]).slice(base.length)
	const site = net.other[path] ?? net.site
	const file = join(
		process.argv[2],
		site,
		'public',
		base,
		path.endsWith('/') || !path ? path + 'index.html' : path,
	)

	net.asked.push(path)
	if (net.cut || net.left-- <= 0) return request.socket.destroy()
	if (net.status && extname(file) === '.html') return response.writeHead(net.status).end('x')
	if (!existsSync(file) || statSync(file).isDirectory())
		return response.writeHead(404, { 'content-type': 'text/html' }).end('<title>404</title>')
	response.writeHead(200, {
		'content-type': types[extname(file)] ?? 'application/octet-stream',
		'cache-control': extname(file) === '.html' ? 'no-cache' : 'max-age=300',
	})
	const bytes = readFileSync(file)
	if (net.spoilt === path) bytes[bytes.length >> 1] ^= 1
	response.end(bytes)
}

const server = createServer((request, response) => {
	setTimeout(answer, extname(request.url) ? 0 : net.slow, request, response)
})
await new Promise(done => server.listen(0, '127.0.0.1', done))
const port = server.address().port
const origin = `http://127.0.0.1:${port}`

// --- a visitor ---

const browser = await chromium.launch({
	executablePath: '/usr/bin/chromium',
	args: ['--no-sandbox', '--disable-gpu', `--host-resolver-rules=MAP plain.example 127.0.0.1`],
})

async function visitor(options = {}) {
	const context = await browser.newContext({
		viewport: { width: 390, height: 800 },
		...options,
	})
	const page = await context.newPage()

	page.on('pageerror', error => check(false, `a mistake in a page: ${error.message}`))
	return { context, page }
}

async function cut(v, really) {
	net.cut = really
	if (really) server.closeAllConnections()
	await v.context.setOffline(really)
}

const version = site => /OURS \+ "([0-9a-f]+)"/.exec(read(site, 'ngoai-tuyen.js').toString())[1]

// The copies that are whole, by their versions.
const copies = page =>
	page.evaluate(async base => {
		const found = []
		for (const name of await caches.keys())
			if (await (await caches.open(name)).match(base + 'ngoai-tuyen/danh-sach.json'))
				found.push(name.split(' ').pop())
		return found
	}, base)

const go = (v, path) => v.page.goto(origin + base + path)

// One visit, until the copy is that of the site.
async function visit(v, path, site) {
	await go(v, path)
	const end = Date.now() + 20000
	while (Date.now() < end) {
		const active = await v.page.evaluate(
			async () => (await navigator.serviceWorker.getRegistration())?.active?.state,
		)
		if (active === 'activated' && String(await copies(v.page)) === version(site)) return true
		await new Promise(done => setTimeout(done, 50))
	}
	return false
}

// Looks for a new worker and says what became of it.
const attempt = page =>
	page.evaluate(async () => {
		const registration = await navigator.serviceWorker.getRegistration()
		const wait = w =>
			new Promise(done => {
				const look = () => /activated|redundant/.test(w.state) && done(w.state)
				w.addEventListener('statechange', look)
				look()
			})
		if (!registration.installing) await registration.update().catch(() => {})
		const w = registration.installing || registration.waiting
		return w ? wait(w) : 'none'
	})

// All addresses of assets that the page has fetched or names.
const assetsOf = page =>
	page.evaluate(() => [
		...new Set(
			[...document.querySelectorAll('link[href*="/tai-nguyen/"], script[src*="/tai-nguyen/"]')]
				.map(e => new URL(e.href || e.src).pathname)
				.concat(
					performance
						.getEntriesByType('resource')
						.map(e => new URL(e.name).pathname)
						.filter(p => p.includes('/tai-nguyen/')),
				),
		),
	])

const told = page => page.locator('[data-ngoai-tuyen]').isVisible()

// Every page of the copy comes without a network, with the bytes, the style and the scripts
// of that site and of no other.
async function holds(v, site) {
	for (const [path] of list(site)) {
		if (path && !path.endsWith('/')) continue
		const response = await go(v, path).catch(() => null)
		check(response?.ok(), `${path} of site ${site} comes without a network`)
		if (!response?.ok()) continue
		check(
			Buffer.compare(Buffer.from(await response.body()), read(site, path)) === 0,
			`${path} is that of site ${site}`,
		)
		for (const asset of await assetsOf(v.page))
			check(
				existsSync(join(process.argv[2], site, 'public', asset)),
				`${path}: ${asset} is of site ${site}`,
			)
		check(
			await v.page.evaluate(
				() => document.styleSheets.length > 0 && document.styleSheets[0].cssRules.length > 100,
			),
			`${path} has its style`,
		)
	}
}

// Of what has not changed nothing was asked for; there are at least so many such files.
function unchanged(from, to, least) {
	const before = new Set(list(from).map(([, sum]) => sum))
	const same = list(to)
		.filter(([, sum]) => before.has(sum))
		.map(([path]) => path)
	const asked = same.filter(path => net.asked.includes(path))

	check(
		same.length >= least && !asked.length,
		`of ${same.length} unchanged files these are fetched again: ${asked}`,
	)
}

async function finds(v, query, path) {
	await go(v, 'tim-kiem/')
	await v.page.locator('#tu_tim').pressSequentially(query, { delay: 5 })
	const first = v.page.locator('[data-ket-qua] a').first()
	await first.waitFor({ timeout: 5000 }).catch(() => {})
	return (await first.getAttribute('href', { timeout: 1000 }).catch(() => '')) === base + path
}

// --- what is in it ---

const worker = gzipSync(read('1', 'ngoai-tuyen.js'), { level: 6 }).length
check(worker < WORKER_MAX, `the worker has ${worker} bytes packed`)
const sums = list('1')
let bytes = 0,
	packed = 0
for (const [path, sum] of sums) {
	const file = read('1', path)
	bytes += file.length
	packed += Math.min(file.length, gzipSync(file, { level: 6 }).length)
	check(createHash('sha256').update(file).digest('base64') === sum, `the sum of ${path}`)
}
console.log(
	`the portal's copy: ${sums.length} files, ${bytes} bytes, ${packed} packed; the worker ${worker} packed`,
)

// --- one visit, then nothing ---

const v = await visitor()
check(await visit(v, '', '1'), 'one visit makes the copy')
check(!(await told(v.page)), 'a page of the network says nothing of a copy')
const cost = net.asked.length
check(cost < sums.length + 20, `the visit cost ${cost} requests for ${sums.length} files`)
await cut(v, true)
await holds(v, '1')
check(await told(v.page), 'a page of the copy says so')
await go(v, 'en/')
check(
	(await told(v.page)) &&
		/^This is the copy/.test(await v.page.locator('[data-ngoai-tuyen]').textContent()),
	'and an English one in English',
)
check(await finds(v, 'giay chung sinh', corrected), 'search works without a network')
await v.page.locator('[data-ket-qua] a').first().click()
await v.page.waitForURL('**/' + corrected)
check((await v.page.title()) === titleOf('1', corrected), 'what it found opens')
check(await finds(v, 'duong day nong', 'lien-he/duong-day-nong/'), 'contacts are found too')
await go(v, 'van-ban/')
check(
	(await v.page.locator('h1').textContent()) === 'Xem khi không có mạng',
	'a page that is not in it is told',
)
check((await v.page.locator('main a[href^="tel:"]').count()) > 1, 'with numbers to call')
check(
	(await v.page.locator(`main a[href="${base}${corrected}"]`).count()) === 1,
	'and with the pages that are there',
)
await go(v, corrected.slice(0, -1))
check(
	new URL(v.page.url()).pathname === base + corrected,
	'an address without its last slash leads on',
)
await go(v, corrected + '?tu=zalo')
check(
	(await v.page.title()) === titleOf('1', corrected),
	'an address with a query is the same page',
)
await cut(v, false)

// --- the site changes ---

const open = await v.context.newPage() /* stays on a page of the old version */
await open.goto(origin + base + 'thu-tuc/')
const oldStyle = (await assetsOf(open)).find(a => /\/site\.[0-9a-f]+\.css$/.test(a))
net.site = '2'
net.asked = []
await go(v, 'van-ban/')
check((await attempt(v.page)) !== 'redundant', 'the new copy is taken')
const until = Date.now() + 10000
while (!(await copies(v.page)).includes(version('2')) && Date.now() < until)
	await new Promise(done => setTimeout(done, 50))
unchanged('1', '2', 2)
check(
	(await v.page.evaluate(() => caches.keys())).length === 2,
	'what the open page of the old version needs stays',
)
const left = await v.page.evaluate(
	async ([now, base]) => {
		const old = (await caches.keys()).find(n => !n.endsWith(now))
		return (await (await caches.open(old)).keys()).map(r =>
			new URL(r.url).pathname.slice(base.length),
		)
	},
	[version('2'), base],
)
check(
	left.length > 0 && left.every(path => path.startsWith('tai-nguyen/') || path === 'mo'),
	`nothing but styles and scripts: ${left}`,
)
await cut(v, true)
check(
	await open.evaluate(async style => (await fetch(style)).ok, oldStyle),
	'a page of the old version has its style',
)
await holds(v, '2')
await go(v, withdrawn)
check(
	(await v.page.locator('h1').textContent()) === 'Xem khi không có mạng',
	'a withdrawn page is gone',
)
check(!(await finds(v, 'lay thuoc ngoai tru', withdrawn)), 'also from the search')
await open.close()
await go(v, '')
await go(v, 'thu-tuc/')
await v.page
	.waitForFunction(async () => (await caches.keys()).length === 1, null, { timeout: 5000 })
	.catch(() => {})
check(
	String(await v.page.evaluate(() => caches.keys())).endsWith(version('2')) &&
		(await copies(v.page)).length === 1,
	'the old copy goes with its last page',
)
await cut(v, false)

// --- a site that is half published, breaks off, or is spoilt ---

async function keeps(what) {
	check((await attempt(v.page)) === 'redundant', `${what}: no copy is taken`)
	await cut(v, true)
	const response = await go(v, 'lien-he/duong-day-nong/')
	check(
		Buffer.compare(Buffer.from(await response.body()), read('2', 'lien-he/duong-day-nong/')) ===
			0,
		`${what}: the old copy stays`,
	)
	check(String(await copies(v.page)) === version('2'), `${what}: and is the only whole one`)
	await cut(v, false)
}

net.other = { 'ngoai-tuyen.js': '3', 'ngoai-tuyen/danh-sach.json': '3', 'ngoai-tuyen/': '3' }
await go(v, '')
await keeps('half published')
net.other = { 'ngoai-tuyen.js': '3' }
await go(v, '')
net.asked = []
await keeps('a list of another version')
check(net.asked.length < 6, `nothing else is asked for: ${net.asked.length} requests`)
net.other = {}
net.site = '3'
net.spoilt = 'lien-he/duong-day-nong/'
await go(v, 'van-ban/')
await keeps('a spoilt file')
net.spoilt = ''
await go(v, 'van-ban/')
net.left = 3 /* the worker, the list, and one of its files */
await keeps('broken off')
net.left = Infinity
net.asked = []
check(await visit(v, 'van-ban/', '3'), 'the next visit takes the rest')
unchanged('2', '3', 20)
await cut(v, true)
await holds(v, '3')
await cut(v, false)

// --- slow and failing servers ---

net.slow = 20000
let begun = Date.now()
await go(v, corrected)
check(
	Date.now() - begun < WAIT + 2000,
	`a slow server is not waited for: ${Date.now() - begun} ms`,
)
await v.page
	.locator('[data-ngoai-tuyen]')
	.waitFor({ timeout: 2000 })
	.catch(() => {})
check(await told(v.page), 'and the page says that it is a copy')
net.slow = 0
net.status = 503
check((await (await go(v, corrected)).body()).length > 1000, 'nor one that fails')
check((await go(v, 'van-ban/')).status() === 503, 'what is not in the copy fails as it did')
net.status = 0
check((await go(v, 'khong-co/')).status() === 404, 'what is not there is not there')

// --- turned off ---

net.site = 'tat'
await go(v, '')
await attempt(v.page).catch(() => {})
await v.page
	.waitForFunction(
		async () =>
			!(await navigator.serviceWorker.getRegistration()) && !(await caches.keys()).length,
		null,
		{ timeout: 10000 },
	)
	.catch(() => {})
check(
	await v.page.evaluate(async () => !(await navigator.serviceWorker.getRegistration())),
	'turned off, the worker goes',
)
check((await v.page.evaluate(() => caches.keys())).length === 0, 'with all that it kept')
await go(v, '')
check(
	await v.page.evaluate(async () => !(await navigator.serviceWorker.getRegistration())),
	'and does not come back',
)
check(
	!existsSync(join(process.argv[2], 'tat', 'public', base, 'ngoai-tuyen/index.html')),
	'nor is there a page of it',
)
await v.context.close()

// --- who is spared ---

net.site = '1'
const saver = await visitor()
await saver.context.addInitScript(() =>
	Object.defineProperty(navigator, 'connection', { value: { saveData: true } }),
)
await go(saver, '')
await saver.page.waitForTimeout(500)
check(
	await saver.page.evaluate(async () => !(await navigator.serviceWorker.getRegistration())),
	'who saves data gets no copy',
)
await saver.context.close()
const plain = await visitor()
await plain.page.goto(`http://plain.example:${port}${base}${corrected}`)
check(
	(await plain.page.evaluate(() => 'serviceWorker' in navigator)) === false &&
		(await plain.page.title()) === titleOf('1', corrected),
	'without https the page is as it was',
)
await plain.context.close()

await browser.close()
server.closeAllConnections()
server.close()
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed ? 1 : 0)

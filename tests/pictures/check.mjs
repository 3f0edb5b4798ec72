// check.mjs CCHC PLAIN SITE: what tests/pictures.sh says at its top.
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync, readdirSync, statSync, rmSync, existsSync } from 'node:fs'
import { createServer } from 'node:http'
import { deflateSync, crc32 as zlibCrc } from 'node:zlib'
import { chromium } from 'playwright-core'

const [cchc, plain, site] = process.argv.slice(2)
const root = `${site}/public/cchc`
let passed = 0
let failed = 0

function check(what, is, wanted) {
	if (JSON.stringify(is) === JSON.stringify(wanted)) return passed++
	console.log(`${what}\n  wanted ${JSON.stringify(wanted)}\n  got    ${JSON.stringify(is)}`)
	failed++
}

// Pictures as a camera and a drawing program write them.

const browser = await chromium.launch({
	executablePath: '/usr/bin/chromium',
	args: ['--no-sandbox'],
})

// A photo of 12 megapixels lying on its side: a street of many edges under noise, with
// a red square in the corner that is the upper left one when it stands upright.
async function photo() {
	const page = await browser.newPage()
	const base64 = await page.evaluate(() => {
		const [w, h] = [4000, 3000]
		const canvas = document.createElement('canvas')
		Object.assign(canvas, { width: w, height: h })
		const c = canvas.getContext('2d')
		const sky = c.createLinearGradient(0, 0, 0, h)
		sky.addColorStop(0, '#7fb2e5')
		sky.addColorStop(1, '#e8dcc0')
		c.fillStyle = sky
		c.fillRect(0, 0, w, h)
		let seed = 7
		const random = () => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648
		for (let i = 0; i < 4000; i++) {
			c.fillStyle = `hsl(${random() * 360} 40% ${20 + random() * 60}% / 0.7)`
			c.fillRect(random() * w, random() * h, 20 + random() * 180, 20 + random() * 180)
		}
		const data = c.getImageData(0, 0, w, h)
		for (let i = 0; i < data.data.length; i += 4) {
			const noise = (random() - 0.5) * 24
			for (let k = 0; k < 3; k++) data.data[i + k] += noise
		}
		c.putImageData(data, 0, 0)
		c.fillStyle = '#ff0000'
		c.fillRect(0, h - 700, 700, 700)
		return canvas.toDataURL('image/jpeg', 0.92).split(',')[1]
	})
	await page.close()
	return Buffer.from(base64, 'base64')
}

// Exif as a phone writes it: held upright (6), of a make.
function withExif(jpeg, orientation) {
	const model = Buffer.from('MAY-ANH-THU\0')
	const tiff = Buffer.alloc(8 + 2 + 24 + 4)
	tiff.write('II*\0\x08\0\0\0', 0, 'latin1')
	tiff.writeUInt16LE(2, 8)
	tiff.writeUInt16LE(0x0110, 10)
	tiff.writeUInt16LE(2, 12)
	tiff.writeUInt32LE(model.length, 14)
	tiff.writeUInt32LE(tiff.length, 18)
	tiff.writeUInt16LE(0x0112, 22)
	tiff.writeUInt16LE(3, 24)
	tiff.writeUInt32LE(1, 26)
	tiff.writeUInt16LE(orientation, 30)
	const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, model])
	const head = Buffer.from([0xff, 0xe1, 0, 0])
	head.writeUInt16BE(body.length + 2, 2)
	return Buffer.concat([jpeg.subarray(0, 2), head, body, jpeg.subarray(2)])
}

function crc(bytes) {
	if (zlibCrc) return zlibCrc(bytes)
	let c = ~0
	for (const byte of bytes) {
		c ^= byte
		for (let k = 0; k < 8; k++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1
	}
	return ~c >>> 0
}

function chunk(name, data) {
	const body = Buffer.concat([Buffer.from(name), data])
	const around = Buffer.alloc(8)
	around.writeUInt32BE(data.length, 0)
	around.writeUInt32BE(crc(body), 4)
	return Buffer.concat([around.subarray(0, 4), body, around.subarray(4)])
}

// type: 0 grey, 6 colours with alpha; row gives a row's bytes.
function png(width, height, bits, type, row) {
	const head = Buffer.alloc(13)
	head.writeUInt32BE(width, 0)
	head.writeUInt32BE(height, 4)
	head[8] = bits
	head[9] = type
	const rows = Buffer.concat(Array.from({ length: height }, (_, y) => row(y)))
	return Buffer.concat([
		Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
		chunk('IHDR', head),
		chunk('tEXt', Buffer.from('Author\0NGUOI-VE-THU')),
		chunk('IDAT', deflateSync(rows)),
		chunk('IEND', Buffer.alloc(0)),
	])
}

const upright = withExif(await photo(), 6)
writeFileSync(`${site}/content/trang/anh-chup.jpg`, upright)
writeFileSync(`${site}/content/trang/bi-cat.jpg`, upright.subarray(0, upright.length / 2))
writeFileSync(
	`${site}/content/trang/khong-lo.png`,
	png(20000, 20000, 1, 0, () => Buffer.alloc(1 + 2500)),
)
const clear = y =>
	Buffer.concat([
		Buffer.from([0]),
		...Array.from({ length: 2000 }, (_, x) =>
			Buffer.from([x % 251, y % 241, (x * y) % 239, x < 1000 ? 0 : 255]),
		),
	])
writeFileSync(`${site}/content/trang/hinh-trong & mờ.png`, png(2000, 300, 8, 6, clear))
writeFileSync(
	`${site}/content/trang/nho.png`,
	png(64, 64, 8, 0, () => Buffer.alloc(65, 200)),
)

const text = readFileSync(`${site}/content/trang/gioi-thieu.md`, 'utf8')
writeFileSync(
	`${site}/content/trang/gioi-thieu.md`,
	`${text}
![Ảnh chụp đường phố nhìn từ trên xuống](anh-chup.jpg)

![Ảnh bị cắt mất nửa dưới](bi-cat.jpg)

![Bản vẽ khổng lồ của cả khu nhà](khong-lo.png)

![Hình vẽ nửa trong nửa đục](<hinh-trong & mờ.png>)

![Ô vuông nhỏ màu xám nhạt](nho.png)
`,
)

const build = (program, language = 'en') =>
	spawnSync(program, ['build', '--today', '2026-11-22', '--root', site, '--lang', language], {
		encoding: 'utf8',
	})

// What is made.

const first = build(cchc)
check('a broken and a huge picture stop nothing', first.status, 0)
const named = (r, file, words) =>
	r.stderr
		.split('\n')
		.some(line => line.startsWith(`content/trang/${file}`) && line.includes(words))
check('the broken one is named', named(first, 'bi-cat.jpg', 'shown as it is'), true)
check(
	'the huge one is named',
	named(first, 'khong-lo.png', 'more pixels than are unpacked'),
	true,
)
check('and no other', (first.stderr.match(/shown as it is/g) ?? []).length, 2)

const variants = readdirSync(`${root}/anh`)
const sizes = variants.map(name => [
	+name.match(/-(\d+)\./)[1],
	statSync(`${root}/anh/${name}`).size,
])
check('there are sizes', sizes.length >= 5, true)
for (const [width, bytes] of sizes)
	if (width <= 800) check(`${width} pixels take ${bytes} bytes`, bytes <= 100000, true)
const own = ['anh-chup.jpg', 'hinh-trong & mờ.png'].map(x => readFileSync(`${root}/${x}`))
for (const bytes of [...own, ...variants.map(x => readFileSync(`${root}/anh/${x}`))])
	check(
		'nothing but pixels',
		/Exif|MAY-ANH-THU|NGUOI-VE-THU/.test(bytes.toString('latin1')),
		false,
	)
check(
	'the broken one is there as it is',
	readFileSync(`${root}/bi-cat.jpg`).length,
	statSync(`${site}/content/trang/bi-cat.jpg`).size,
)

// What is made once is not made again.

const cache = `${site}/.cchc/anh`
const kept = () =>
	readdirSync(cache, { recursive: true })
		.map(name => statSync(`${cache}/${name}`))
		.filter(x => x.isFile())
		.map(x => `${x.ino} ${x.mtimeMs}`)
		.sort()
const before = kept()
const second = build(cchc, 'vi')
check('a second build writes nothing', second.stdout.match(/ghi (\d+)/)?.[1], '0')
check('and makes none again', kept(), before)
check(
	'in Vietnamese',
	named(
		second,
		'bi-cat.jpg',
		'ảnh được đăng nguyên như cũ, không có cỡ nhỏ hơn: ảnh hỏng, hoặc thuộc loại không đọc được',
	),
	true,
)

// What a phone and a desk fetch of it.

const types = {
	html: 'text/html',
	css: 'text/css',
	jpg: 'image/jpeg',
	png: 'image/png',
	webp: 'image/webp',
}
const server = createServer((request, answer) => {
	let path = `${site}/public${decodeURIComponent(request.url.split('?')[0])}`
	if (path.endsWith('/')) path += 'index.html'
	if (!existsSync(path)) return answer.writeHead(404).end()
	const type = types[path.split('.').at(-1)]
	answer.writeHead(200, type ? { 'content-type': type } : {}).end(readFileSync(path))
})
await new Promise(done => server.listen(0, '127.0.0.1', done))
const home = `http://127.0.0.1:${server.address().port}/cchc/gioi-thieu/`

async function visit(width, height, scale) {
	const context = await browser.newContext({
		viewport: { width, height },
		deviceScaleFactor: scale,
	})
	const page = await context.newPage()
	const fetched = []
	page.on('response', async r => {
		if (r.request().resourceType() === 'image') fetched.push([r.url(), (await r.body()).length])
	})
	await page.goto(home)
	await page.evaluate(() => scrollTo(0, 0))
	const image = page.locator('main img').first()
	await image.evaluate(x => x.decode())
	const seen = await image.evaluate(x => {
		const canvas = document.createElement('canvas')
		Object.assign(canvas, { width: 60, height: 80 })
		const c = canvas.getContext('2d')
		c.drawImage(x, 0, 0, 60, 80)
		return {
			source: x.currentSrc,
			ratio: x.naturalWidth / x.naturalHeight,
			box: x.clientWidth / x.clientHeight,
			written: [x.getAttribute('width'), x.getAttribute('height')],
			corner: [...c.getImageData(3, 3, 1, 1).data],
		}
	})
	const rest = page.locator('main img')
	for (let i = 1; i < (await rest.count()); i++) await rest.nth(i).scrollIntoViewIfNeeded()
	await page.waitForLoadState('networkidle')
	const ratios = await rest.evaluateAll(all => all.map(x => x.naturalWidth > 0 || x.src))
	await context.close()
	return { seen, fetched, ratios }
}

for (const [what, phone] of [
	['a phone', await visit(360, 740, 3)],
	['an old phone', await visit(320, 480, 1.5)],
]) {
	const bytes = phone.fetched.find(([url]) => url === phone.seen.source)?.[1]
	check(
		`${what} is given WebP`,
		/\/anh\/[0-9a-f]{16}-(400|800)\.webp$/.test(phone.seen.source),
		true,
	)
	check(`a photo costs ${what} ${bytes} bytes`, bytes <= 60000, true)
	check(`${what} sees it upright`, Math.abs(phone.seen.ratio - 0.75) < 0.01, true)
	check(`${what}: its box is as wide`, Math.abs(phone.seen.box - 0.75) < 0.01, true)
	const [r, g, b] = phone.seen.corner
	check(`${what} sees the red corner above left`, r > 200 && g < 60 && b < 60, true)
	console.log(`  ${what}: ${bytes} bytes of ${upright.length}`)
}
const desk = await visit(1280, 900, 1)
check('width and height are written', desk.seen.written, ['1600', '2133'])
check('a desk is given more', /-(1200|1600)\.webp$/.test(desk.seen.source), true)
check('all but the broken ones are seen', desk.ratios.filter(x => x === true).length >= 3, true)

// Without WebP, the JPEG; without the libraries, the picture itself, and a word about it.

const html = readFileSync(`${root}/gioi-thieu/index.html`, 'utf8')
check(
	'the first picture is not put off',
	/<img src="\/cchc\/anh-chup.jpg"[^>]*loading/.test(html),
	false,
)
check('the others are', (html.match(/loading="lazy"/g) ?? []).length >= 4, true)
check(
	'browsers without WebP are offered JPEG',
	/<img src="\/cchc\/anh-chup.jpg"[^>]* srcset="\/cchc\/anh\/[0-9a-f]{16}-800.jpg 800w, \/cchc\/anh-chup.jpg 1600w" sizes="/.test(
		html,
	),
	true,
)
rmSync(`${site}/content/trang/hinh-trong & mờ.png`)
const page = `${site}/content/trang/gioi-thieu.md`
writeFileSync(page, readFileSync(page, 'utf8').replace(/!\[Hình vẽ nửa.*\n/, ''))
const folders = readdirSync(cache).length
build(cchc)
check('what nobody shows any more is not kept', readdirSync(cache).length, folders - 1)
rmSync(`${site}/public`, { recursive: true })
rmSync(`${site}/.cchc`, { recursive: true })
const without = build(plain)
check('without the libraries it builds', without.status, 0)
check(
	'and says what is left out',
	without.stderr.includes(
		'built without the libraries for pictures: each of 4 pictures stays in one size, with what its camera wrote into it',
	),
	true,
)
check(
	'in Vietnamese too',
	build(plain, 'vi').stderr.includes(
		'bản cchc này không có thư viện ảnh: 4 ảnh chỉ có một cỡ và giữ nguyên những gì máy ảnh đã ghi vào',
	),
	true,
)
check('the picture is there', existsSync(`${root}/anh-chup.jpg`), true)
check('without sizes', existsSync(`${root}/anh`), false)
check(
	'but with width and height',
	/<img src="\/cchc\/anh-chup.jpg"[^>]* width="1600" height="2133"/.test(
		readFileSync(`${root}/gioi-thieu/index.html`, 'utf8'),
	),
	true,
)

// Pictures for when a page's address is passed on.

const settings = readFileSync(`${site}/site.yaml`, 'utf8')
writeFileSync(`${site}/site.yaml`, `${settings}anh_chia_se: true\n`)
const none = build(plain, 'vi')
check('without the libraries there are none', existsSync(`${root}/anh/chia-se`), false)
check(
	'which is told',
	none.stderr.includes('site.yaml') && none.stderr.includes('các trang không có ảnh chia sẻ'),
	true,
)
check('with them it builds', build(cchc).status, 0)
const drawn = () =>
	readdirSync(`${root}/anh/chia-se`).map(
		name => `${name} ${statSync(`${root}/anh/chia-se/${name}`).ino}`,
	)
const shared = drawn()
const shown = new Set()
for (const page of ['', 'gioi-thieu/', 'phong-hanh-chinh/', 'don-vi/phong-hanh-chinh/']) {
	const file = `${root}/${page}index.html`
	if (!existsSync(file)) continue
	const meta = Object.fromEntries(
		[
			...readFileSync(file, 'utf8').matchAll(
				/<meta property="(og:image[^"]*)" content="([^"]*)">/g,
			),
		].map(x => [x[1], x[2]]),
	)
	const address = meta['og:image']
	shown.add(address)
	const bytes = readFileSync(`${root}/${address.split('/cchc/')[1]}`)
	check(
		`${address} is whole`,
		address.startsWith('https://bv.example.vn/cchc/anh/chia-se/'),
		true,
	)
	check('it is a PNG', bytes.subarray(0, 8).toString('latin1'), '\x89PNG\r\n\x1a\n')
	check('of this size', [bytes.readUInt32BE(16), bytes.readUInt32BE(20)], [1200, 630])
	check('as is written', [meta['og:image:width'], meta['og:image:height']], ['1200', '630'])
	check(`in ${bytes.length} bytes`, bytes.length < 100000, true)
	check('with words for who does not see it', meta['og:image:alt'].length > 10, true)
}
check('each page has its own', [shown.size, shared.length], [3, 3])
build(cchc)
check('what is there is not drawn again', drawn(), shared)
const other = readFileSync(page, 'utf8').replace(
	'tieu_de: "Giới thiệu"',
	'tieu_de: "Giới thiệu về bệnh viện"',
)
writeFileSync(page, other)
build(cchc)
check('another title is another picture', drawn().filter(x => !shared.includes(x)).length, 1)
check('in place of the old one', drawn().length, 3)

const coloured = drawn()
writeFileSync(`${site}/site.yaml`, `${settings}anh_chia_se: true\nmau:\n  chinh: "#5b2a86"\n`)
build(cchc)
check(
	'another colour is another picture of each',
	drawn().filter(x => coloured.includes(x)),
	[],
)
const bytes = readFileSync(`${root}/anh/chia-se/${drawn()[0].split(' ')[0]}`, 'base64')
const blank = await browser.newPage()
const corner = await blank.evaluate(async png => {
	const image = Object.assign(new Image(), { src: `data:image/png;base64,${png}` })
	await image.decode()
	const canvas = Object.assign(document.createElement('canvas'), { width: 8, height: 8 })
	const context = canvas.getContext('2d')
	context.drawImage(image, 0, -600)
	return [...context.getImageData(2, 2, 1, 1).data]
}, bytes)
// A picture's few colours are the nearest of a palette.
const near = [0x5b, 0x2a, 0x86].every((part, i) => Math.abs(part - corner[i]) < 4)
check(`${corner} is the institution's own`, near, true)

await browser.close()
server.close()
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed ? 1 : 0)

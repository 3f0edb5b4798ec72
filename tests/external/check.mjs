// A site with a thousand outside links to servers that answer in every way: cchc check
// --external sorts each as a person would.
//
//	check.mjs CCHC KEY CERTIFICATE FOLDER
import { spawn, spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const [cchc, key, certificate, folder] = process.argv.slice(2)
let passed = 0
let failed = 0

function check(what, is, wanted) {
	if (JSON.stringify(is) === JSON.stringify(wanted)) {
		passed++
		return
	}
	console.log(`${what}\n  wanted ${JSON.stringify(wanted)}\n  got    ${JSON.stringify(is)}`)
	failed++
}

// What each kind of answer means, and how many of the thousand there are.
const table = [
	['good', 'good', 640],
	['get-only', 'good', 60],
	['head-lies', 'good', 20],
	['head-cut', 'good', 10],
	['endless', 'good', 5],
	['found', 'good', 30],
	['mixed', 'good', 10],
	['moved', 'moved', 40],
	['moved-twice', 'moved', 10],
	['moved-away', 'dead', 10],
	['loop', 'dead', 5],
	['missing', 'dead', 50],
	['gone', 'dead', 10],
	['who-are-you', 'blocked', 10],
	['forbidden', 'blocked', 20],
	['too-many', 'blocked', 10],
	['no-law', 'blocked', 3],
	['no-robots', 'blocked', 3],
	['broken', 'unknown', 10],
	['busy', 'unknown', 10],
	['teapot', 'unknown', 3],
	['nowhere', 'unknown', 3],
	['elsewhere', 'unknown', 2],
	['to-file', 'unknown', 2],
	['cut', 'unknown', 4],
	['garbage', 'unknown', 4],
	['silent', 'slow', 4],
]

const server = spawn(process.execPath, [
	fileURLToPath(new URL('server.mjs', import.meta.url)),
	key,
	certificate,
])
const lines = createInterface({ input: server.stdout })[Symbol.asyncIterator]()
const ports = JSON.parse((await lines.next()).value)

const wanted = new Map()
for (const [kind, state, n] of table)
	for (let i = 0; i < n; i++)
		wanted.set(`http://127.0.0.1:${ports.web}/${kind}/${i}?a=${i}`, state)
wanted.set(`https://127.0.0.1:${ports.untrusted}/good/`, 'unknown')
wanted.set(`http://127.0.0.1:${ports.refused}/good/`, 'unknown')
wanted.set('http://khong-co-may-nao.invalid/', 'dead')
wanted.set('https://bo-qua.example/mot/trang', 'skipped')
wanted.set('https://www.bo-qua.example/', 'skipped')
wanted.set(`http://127.0.0.1:${ports.web}/silent/bo-qua`, 'skipped')
wanted.set('http://khong-bo-qua.example/', 'dead')
for (let i = 0; wanted.size < 1000; i++)
	wanted.set(`http://127.0.0.1:${ports.web}/good/more-${i}`, 'good')

const settings = seconds => `lien_ket_ngoai:
  cho_giay: ${seconds}
  bo_qua:
    - "bo-qua.example"
    - "http://127.0.0.1:${ports.web}/silent/bo-qua"
`
const tiny = readFileSync(`${folder}/site.yaml`, 'utf8')
writeFileSync(`${folder}/site.yaml`, tiny + settings(2))

function pageOf(name, body) {
	const head = `---
ma: "${name}"
loai: "trang"
tieu_de: "Trang ${name}"
tom_tat: "Một trang có liên kết ra ngoài để thử."
ngay_dang: 2026-01-05
don_vi: "phong-hanh-chinh"
trang_thai: "da-duyet"
nguoi_duyet: "Nguyễn Văn Mẫu"
---

`
	const file = `content/trang/${name}.md`
	writeFileSync(`${folder}/${file}`, head + body)
	return { file, line: head.split('\n').length }
}

// Twenty links a page, and one of them on two pages.
const urls = [...wanted.keys()]
const placed = new Map()
for (let page = 0; page * 20 < urls.length; page++) {
	const own = urls.slice(page * 20, page * 20 + 20)
	const text = own.map((url, i) => `- [Nguồn số ${page * 20 + i} của trang](${url})\n`).join('')
	const at = pageOf(`trang-${page}`, text)
	own.forEach((url, i) => placed.set(url, `${at.file}:${at.line + i}`))
}
const twice = urls.find(url => wanted.get(url) === 'dead')
pageOf('z-hai-lan', `Xem lại [nguồn đã nêu](${twice}#phan-2) nhé.\n`)

function run(...options) {
	return spawnUnder([], options)
}

function spawnUnder(program, options) {
	const [name, ...rest] = [
		...program,
		cchc,
		'check',
		'--external',
		'--root',
		folder,
		...options,
	]
	return spawnSync(name, rest, {
		encoding: 'utf8',
		maxBuffer: 1 << 26,
		env: { ...process.env, CCHC_LANG: 'en' },
	})
}

// How many connections to the server a run has had open at once, by its calls.
function connectionsAtOnce(calls, port) {
	const open = new Set()
	let most = 0

	for (const line of readFileSync(calls, 'utf8').split('\n')) {
		const [, call, fd, rest] = /(connect|close)\((\d+)(.*)/.exec(line) ?? []
		if (call === 'close') open.delete(fd)
		else if (call && rest.includes(`htons(${port})`)) open.add(fd)
		most = Math.max(most, open.size)
	}
	return most
}

const strace = ['strace', '-f', '-qq', '-e', 'trace=connect,close', '-o', `${folder}/calls`]
const first = spawnUnder(strace, ['--json', '--today', '2026-11-22'])
if (!/"external"/.test(first.stdout)) console.log(first.stdout.slice(0, 3000), first.stderr)
const report = JSON.parse(first.stdout)
const states = new Map(report.external.links.map(x => [x.url, x.state]))
check('all links are there', states.size, wanted.size)
for (const [url, state] of wanted) check(url, states.get(url), state)
for (const state of ['good', 'dead', 'moved', 'blocked', 'slow', 'unknown', 'skipped'])
	check(
		`how many are ${state}`,
		report.external[state],
		[...wanted.values()].filter(x => x === state).length,
	)
check('dead links are mistakes', first.status, 1)
check(
	'where moved links lead',
	new Set(report.external.links.filter(x => x.state === 'moved').map(x => x.leads_to)).size,
	1,
)

// Each is told where it is written; good and skipped ones are not.
const told = report.findings.filter(x => /link: |^(unknown|blocked): /.test(x.message))
const quiet = ['good', 'skipped']
const loud = [...wanted].filter(([, state]) => !quiet.includes(state))
check('how many findings', told.length, loud.length + 1)
for (const [url, state] of loud) {
	const place = placed.get(url)
	const here = told.filter(x => `${x.file}:${x.line}` === place)
	check(
		`${url} is told at ${place}`,
		here.map(x => x.message.split(/[ :]/)[0]),
		[state],
	)
	check(`${url} is named`, here[0]?.message.includes(url.split('/')[2].split(':')[0]), true)
}
check(
	'the second place is told too',
	told.filter(x => x.file === 'content/trang/z-hai-lan.md').length,
	1,
)

// Good ones are remembered for a week, and nothing else is.
const good = [...wanted.values()].filter(x => x === 'good').length
const counts = ['dead', 'moved', 'blocked', 'slow', 'unknown', 'skipped'].map(
	x => report.external[x],
)
const vi = run('--lang', 'vi', '--today', '2026-11-28')
check(
	'good links are remembered, the others are asked again',
	vi.stdout.trim().split('\n').at(-1),
	`Liên kết ngoài: ${wanted.size}; tốt: ${good} (trong đó ${good} đã xem trong tuần qua), ` +
		`hỏng: ${counts[0]}, đã dời: ${counts[1]}, bị chặn: ${counts[2]}, ` +
		`chậm: ${counts[3]}, chưa rõ: ${counts[4]}, bỏ qua: ${counts[5]}`,
)
const later = JSON.parse(run('--json', '--today', '2026-11-29').stdout)
check('after a week they are asked again', later.external.remembered, 0)
const en = run('--lang', 'en', '--today', '2026-12-05')
check(
	'what was asked again is remembered anew',
	en.stdout.trim().split('\n').at(-1),
	`Outside links: ${wanted.size}; good: ${good} (${good} of them seen within the last week), ` +
		`dead: ${counts[0]}, moved: ${counts[1]}, blocked: ${counts[2]}, ` +
		`slow: ${counts[3]}, unknown: ${counts[4]}, passed over: ${counts[5]}`,
)

// In words, in both languages.
for (const [language, text, words] of [
	[
		'vi',
		vi.stderr,
		[
			'liên kết hỏng: không còn trang web khong-co-may-nao.invalid',
			'mà không tới đâu',
			'không còn nữa (máy chủ trả lời 404)',
			'nay ở http://127.0.0.1',
			'không trả lời sau 2 giây',
			'không cho chương trình xem (máy chủ trả lời 403)',
			'chứng chỉ của trang không được tin cậy',
			'không có máy nào trả lời ở đó',
			'kết nối bị đứt giữa chừng',
			'nó chuyển tới nơi không phải trang web',
			'máy chủ trả lời 503',
		],
	],
	[
		'en',
		en.stderr,
		[
			'dead link: there is no web site khong-co-may-nao.invalid any more',
			'never arrives',
			'is no longer there (the server answers 404)',
			'is now at http://127.0.0.1',
			'did not answer within 2 seconds',
			'is not shown to programs (the server answers 403)',
			'its certificate is not trusted',
			'nobody answers there',
			'the connection broke',
			'it leads on to something that is no web page',
			'the server answers 503',
		],
	],
])
	for (const word of words) check(`in ${language}: ${word}`, text.includes(word), true)

server.stdin.end()
const seen = JSON.parse((await lines.next()).value)
const most = connectionsAtOnce(`${folder}/calls`, ports.web)
check('connections to one host at once', most, 4)
console.log(
	`  ${wanted.size} links, ${seen.asked} questions (${seen.heads} HEAD, ${seen.gets} GET), ` +
		`at most ${most} connections at once`,
)

// Without a network, nothing is said of single links, and what is known is kept.
const before = readFileSync(`${folder}/.cchc/lien-ket-ngoai`, 'utf8')
writeFileSync(`${folder}/site.yaml`, tiny + settings(1))
for (let page = 0; page < 50; page++)
	pageOf(
		`trang-${page}`,
		`Xem [một nguồn](http://127.0.0.1:${ports.refused}/${page}) và ` +
			`[nguồn khác](http://nguon-${page}.invalid/).\n`,
	)
// What cannot be asked tells nothing of the network.
pageOf('z-hai-lan', 'Xem [một nguồn](https://ai:mat-khau@nguon.invalid/) nữa.\n')
const offline = run('--lang', 'en')
check(
	'without a network: one message',
	/not one of 101 outside links can be reached/.test(offline.stderr) &&
		!/dead link/.test(offline.stderr),
	true,
)
check('without a network: status', offline.status, 1)
check(
	'without a network the memory stays',
	readFileSync(`${folder}/.cchc/lien-ket-ngoai`, 'utf8') === before,
	true,
)

console.log(`${passed} passed, ${failed} failed`)
process.exit(failed ? 1 : 0)

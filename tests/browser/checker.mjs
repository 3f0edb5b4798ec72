// checker.mjs PUBLIC...: the HTML checker finds no mistake in any page, all in one run of it; a
// page with mistakes is given to it too, so that its silence means something. What it says of
// the policy is of files as addresses, which have no origin, and not of the pages.
import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { check, end } from './common.mjs'

const jar = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar')
const bad = fileURLToPath(new URL('bad.html', import.meta.url))
const roots = process.argv.slice(2)

function checker() {
	const words = [
		'-Xss8m',
		'-jar',
		jar,
		'--skip-non-html',
		'--exit-zero-always',
		'--stdout',
		'--format',
		'json',
		bad,
	]
	return new Promise((done, fail) =>
		execFile('java', [...words, ...roots], { maxBuffer: 1 << 28 }, (error, out) =>
			error ? fail(error) : done(JSON.parse(out).messages),
		),
	)
}

const messages = (await checker()).filter(one => !/Content Security Policy/.test(one.message))
const told = new Map()
for (const { url, lastLine, message, type } of messages)
	(told.get(url) ?? told.set(url, []).get(url)).push(`${type}, line ${lastLine}: ${message}`)
const of_bad = [...told].find(([url]) => url.endsWith('/bad.html'))?.[1] ?? []
check(
	of_bad.filter(one => one.startsWith('error')).length === 2,
	`of two mistakes it tells ${of_bad.join('; ')}`,
)

let pages = 0
for (const root of roots)
	for (const file of readdirSync(root, { recursive: true }).filter(name =>
		name.endsWith('.html'),
	)) {
		pages++
		const words = told.get(`file:${root}/${file}`) ?? []
		check(words.length === 0, `${root}/${file}: ${words.join('\n  ')}`)
	}
check(pages > 0, 'there are no pages')
console.log(`the HTML checker read ${pages} pages`)
end()

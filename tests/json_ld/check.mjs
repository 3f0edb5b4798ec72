// check.mjs - the JSON-LD of every page against the definitions of schema.org, as the types of
// schema-dts that TypeScript checks: each property must belong to its type, and each value be
// one that the property may have.
//
//	node tests/json_ld/check.mjs PUBLIC...
//
// Each PUBLIC must have pages with JSON-LD.
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const here = path.dirname(fileURLToPath(import.meta.url))
const file = path.join(here, 'nodes.ts') /* never on disk */
let passed = 0
let failed = 0

// What search engines read and schema.org has in no type.
function withoutOurs(key, value) {
	return key === 'query-input' ? undefined : value
}

// Every node once, with the page on which it was met first.
function nodesOf(root) {
	const nodes = new Map()

	for (const name of fs.readdirSync(root, { recursive: true }).sort()) {
		if (!name.endsWith('.html')) continue
		const html = fs.readFileSync(path.join(root, name), 'utf8')
		for (const [, text] of html.matchAll(
			/<script type="application\/ld\+json">(.*?)<\/script>/gs,
		)) {
			const graph = JSON.parse(text)
			for (const node of graph['@graph']) {
				const words = JSON.stringify(node, withoutOurs)
				if (!nodes.has(words)) nodes.set(words, [name, node['@type']])
			}
		}
	}
	return nodes
}

// The diagnostics of constants, one a line, each of its schema.org type.
function diagnose(lines) {
	const text = "import type * as S from 'schema-dts'\n" + lines.join('\n') + '\n'
	const options = {
		noEmit: true,
		strict: true,
		skipLibCheck: true,
		types: [],
		module: ts.ModuleKind.ESNext,
		moduleResolution: ts.ModuleResolutionKind.Bundler,
		target: ts.ScriptTarget.ES2022,
	}
	const host = ts.createCompilerHost(options)
	const { getSourceFile, fileExists, readFile } = host

	host.getSourceFile = (name, version) =>
		name === file
			? ts.createSourceFile(name, text, version)
			: getSourceFile.call(host, name, version)
	host.fileExists = name => name === file || fileExists.call(host, name)
	host.readFile = name => (name === file ? text : readFile.call(host, name))
	const program = ts.createProgram([file], options, host)
	return ts.getPreEmitDiagnostics(program).map(d => ({
		line: d.file ? d.file.getLineAndCharacterOfPosition(d.start).line - 1 : -1,
		words: ts.flattenDiagnosticMessageText(d.messageText, '\n').slice(0, 600),
	}))
}

// A type that schema.org has not is an error of its own.
const constant = (words, type, i) => `export const n${i}: S.${[type].flat()[0]} = ${words}`

// The check must say no to what is wrong, or its yes means nothing.
const wrong = [
	['{"@type":"NewsArticle","headline":"x","fees":"y"}', 'NewsArticle'],
	['{"@type":"NewsArticle","author":{"@type":"Legislation","name":"x"}}', 'NewsArticle'],
	['{"@type":"Paper"}', 'Paper'],
]

// All at once: reading the definitions takes most of the time.
const nodes = wrong.map(([words, type]) => [words, ['', type]])
for (const root of process.argv.slice(2)) {
	const found = [...nodesOf(root)].map(([words, [page, type]]) => [
		words,
		[path.join(path.basename(root), page), type],
	])

	if (found.length > 1) passed++
	else (failed++, console.log(`${root} has no JSON-LD`))
	nodes.push(...found)
}
const bad = new Map()
for (const d of diagnose(nodes.map(([words, [, type]], i) => constant(words, type, i))))
	bad.set(d.line, d.words)
for (let i = 0; i < nodes.length; i++) {
	const isWrong = i < wrong.length

	if (bad.has(i) === isWrong) passed++
	else
		(failed++,
			console.log(
				isWrong ? `not found: ${nodes[i][0]}\n` : `${nodes[i][1][0]}: ${bad.get(i)}\n`,
			))
}
if (bad.has(-1)) (failed++, console.log(bad.get(-1)))
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed ? 1 : 0)

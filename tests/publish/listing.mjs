// listing.mjs PORT FILE: a server that keeps files in memory and looks at no password, to see
// what is made of its listings: by S3 below /thung, ten names a page, and by WebDAV below all
// else. GET /?names tells all that it holds. How it lists stands in FILE:
//	good	as servers do
//	cdata, latin1, default, foreign	the same in other words
//	short	S3: the first page says that there are more, and not where
//	circle	S3: each page leads to itself
//	cut	the text ends within the last item
//	tags, bomb, deep, html	it is no XML, or none that says what is there
import http from 'node:http'
import { readFileSync } from 'node:fs'

const [port, file] = process.argv.slice(2)
const files = new Map()
const PAGE = 10
let how

const escape = text => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('+', '&#43;')
const text_of = text => how === 'cdata' ? `<![CDATA[${text}]]>` : escape(text)

function s3_list(query) {
	const prefix = query.get('prefix')
	const names = [...files.keys()].map(name => name.slice('/thung/'.length))
		.filter(name => name.startsWith(prefix)).sort()
	const from = Number(query.get('continuation-token') ?? 0)
	const more = from + PAGE < names.length
	const next = how === 'circle' ? from : from + PAGE
	const token = how === 'short' ? '' : `<NextContinuationToken>${next}</NextContinuationToken>`
	const space = how === 'default' ? ' xmlns="http://s3.amazonaws.com/doc/2006-03-01/"' : ''
	const owner = how === 'foreign' ? '<Owner><Key>x</Key></Owner>' : ''
	const items = names.slice(from, from + PAGE).map(name => `<Contents><Key>${text_of(name)}</Key>` +
		`<Size>${files.get('/thung/' + name).body.length}</Size>${owner}</Contents>`)
	return `<ListBucketResult${space}>${items.join('')}<IsTruncated>${more}</IsTruncated>` +
		`${more ? token : ''}</ListBucketResult>`
}

// The folder itself and what lies in it.
function dav_list(folder) {
	const inside = [...files.keys()].filter(name => name.startsWith(folder))
		.map(name => name.slice(folder.length).replace(/\/.*/, '/'))
	const items = ['', ...new Set(inside)].map(name => {
		const about = !name || name.endsWith('/') ? '<D:resourcetype><D:collection/></D:resourcetype>' :
			`<D:getcontentlength>${files.get(folder + name).body.length}</D:getcontentlength>`
		const lock = how !== 'foreign' ? '' : '<D:lockdiscovery><D:activelock><D:lockroot><D:href>/x</D:href>' +
			'</D:lockroot></D:activelock></D:lockdiscovery><getcontentlength xmlns="khac:">1</getcontentlength>'
		return `<D:response><D:href>${text_of(encodeURI(folder + name))}</D:href><D:propstat><D:prop>` +
			`${about}${lock}</D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response>`
	})
	const text = `<D:multistatus xmlns:D="DAV:">${items.join('')}</D:multistatus>`
	return how === 'default' ? text.replaceAll('D:', '').replace('xmlns:D', 'xmlns') : text
}

function send_list(response, status, text) {
	const head = `<?xml version="1.0" encoding="${how === 'latin1' ? 'ISO-8859-1' : 'utf-8'}"?>\n`
	const entities = [...'abcdefghijklm'].map((name, i, all) =>
		`<!ENTITY ${name} "${i ? `&${all[i - 1]};`.repeat(10) : 'x'.repeat(100)}">`)
	const spoilt = {
		cut: text => text.slice(0, text.search(/<\/(D:response|Contents)>(?!.*<\/(D:response|Contents)>)/)),
		tags: text => text.replace(/<\/[^>]*>$/, '</khac>'),
		bomb: text => `<!DOCTYPE x [${entities.join('')}]>` + text.replace('>', '>&m;'),
		deep: text => '<x>'.repeat(100000) + text,
		html: () => '<html><body><p>Xin lỗi</p></body></html>',
	}[how] ?? (text => text)
	response.writeHead(status).end(Buffer.from(head + spoilt(text), how === 'latin1' ? 'latin1' : 'utf8'))
}

const below = path => [...files.keys()].filter(name => name === path || name.startsWith(path + '/'))

// The status.
function change(request, path, body) {
	if (request.method === 'PUT')
		files.set(path, { body, sum: request.headers['x-amz-meta-sha256'] ?? '' })
	if (request.method === 'PUT' || request.method === 'MKCOL')
		return path.startsWith('/thung/') ? 200 : 201
	if (request.method === 'DELETE')
		below(path).forEach(name => files.delete(name))
	if (request.method !== 'MOVE')
		return 204
	const to = decodeURIComponent(new URL(request.headers.destination).pathname).replace(/\/$/, '')
	if (request.headers.overwrite === 'F' && below(to).length)
		return 412
	for (const name of below(path)) {
		files.set(to + name.slice(path.length), files.get(name))
		files.delete(name)
	}
	return 201
}

function answer(request, body, response) {
	const url = new URL(request.url, 'http://x')
	const path = decodeURIComponent(url.pathname)
	how = readFileSync(file, 'utf8').trim()
	if (url.searchParams.has('names'))
		return response.end([...files.keys()].sort().join('\n') + '\n')
	if (url.searchParams.has('list-type'))
		return send_list(response, 200, s3_list(url.searchParams))
	if (request.method === 'PROPFIND')
		return below(path.replace(/\/$/, '')).length ? send_list(response, 207, dav_list(path)) :
			response.writeHead(404).end()
	if (request.method !== 'GET' && request.method !== 'HEAD')
		return response.writeHead(change(request, path.replace(/\/$/, ''), body)).end()
	if (!files.has(path))
		return response.writeHead(404).end()
	response.setHeader('x-amz-meta-sha256', files.get(path).sum)
	response.end(request.method === 'GET' ? files.get(path).body : '')
}

http.createServer((request, response) => {
	const parts = []
	request.on('data', part => parts.push(part))
	request.on('end', () => answer(request, Buffer.concat(parts), response))
}).listen(Number(port), '127.0.0.1')

// s3_listing.mjs PORT HOW: an object store in memory that looks at no signature, to see what
// is made of its listings. It gives ten names a page; HOW:
//	good	all pages
//	short	the first page says that there are more, and not where
//	circle	each page leads to itself
//	half	the text ends in the middle
import http from 'node:http'

const [port, how] = process.argv.slice(2)
const objects = new Map()
const PAGE = 10

function escape(text) {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('+', '&#43;')
}

function list(query) {
	const prefix = query.get('prefix')
	const names = [...objects.keys()].filter(name => name.startsWith(prefix)).sort()
	const from = Number(query.get('continuation-token') ?? 0)
	const more = from + PAGE < names.length
	const next = how === 'circle' ? from : from + PAGE
	const token = how === 'short' ? '' : `<NextContinuationToken>${next}</NextContinuationToken>`
	const contents = names.slice(from, from + PAGE).map(name =>
		`<Contents><Key>${escape(name)}</Key><Size>${objects.get(name).body.length}</Size></Contents>`)
	const text = '<?xml version="1.0"?><ListBucketResult>' + contents.join('') +
		`<IsTruncated>${more}</IsTruncated>${more ? token : ''}</ListBucketResult>`
	return how === 'half' ? text.slice(0, text.length / 2) : text
}

function answer(request, body, response) {
	const url = new URL(request.url, 'http://x')
	const name = decodeURIComponent(url.pathname).replace(/^\/thung\/?/, '')
	if (url.searchParams.has('list-type'))
		return response.end(list(url.searchParams))
	if (request.method === 'PUT')
		objects.set(name, { body, sum: request.headers['x-amz-meta-sha256'] ?? '' })
	if (request.method === 'DELETE')
		objects.delete(name)
	const object = objects.get(name)
	if (!object)
		return response.writeHead(request.method === 'DELETE' ? 204 : 404).end()
	response.setHeader('x-amz-meta-sha256', object.sum)
	response.end(request.method === 'GET' ? object.body : '')
}

http.createServer((request, response) => {
	const parts = []
	request.on('data', part => parts.push(part))
	request.on('end', () => answer(request, Buffer.concat(parts), response))
}).listen(Number(port), '127.0.0.1')

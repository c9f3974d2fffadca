// Shapes that are said once: nothing is lost by it, and each bears the word it stands under.
import { expect, test } from 'vitest'
import { shareShapes } from './shared-shapes.ts'

type Json = { [key: string]: unknown }
const text = { type: 'string', description: 'In the words of the one who answers for it, as it came' }
const side = { type: 'object', properties: { name: text, place: text, since: text }, required: ['name'] }
const agreement = { type: 'object', properties: { title: text, sides: { type: 'array', items: side }, host: side, ends: text } }
const operation = (tag: string, schema: Json) => ({ get: { tags: [tag], responses: { 200: { content: { 'application/json': { schema } } } } } })
const paths = () => structuredClone({ '/a': operation('agreements', agreement), '/b': operation('agreements', { type: 'object', properties: { rows: { type: 'array', items: agreement } } }), '/c': operation('sides', side), '/d': operation('notes', { type: 'object', properties: { text } }) })

test('what stands twice is said once, under the word it stands under', () => {
  const schemas: Json = { Side: { type: 'string' } }
  const shared = shareShapes(paths(), schemas)
  expect(Object.keys(schemas)).toEqual(['Side', 'Agreement', 'Side2'])
  expect(shared['/a'].get.responses[200].content['application/json'].schema).toEqual({ $ref: '#/components/schemas/Agreement' })
  expect(schemas['Agreement']).toMatchObject({ properties: { sides: { items: { $ref: '#/components/schemas/Side2' } }, host: { $ref: '#/components/schemas/Side2' } } })
  expect(shared['/d']).toEqual(paths()['/d'])
})

test('put back in their places, they are what was there', () => {
  const schemas: Json = {}
  const shared = shareShapes(paths(), schemas)
  const back = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(back)
    if (typeof node !== 'object' || node === null) return node
    const [, name] = /^#\/components\/schemas\/(.+)$/.exec(String((node as Json)['$ref'] ?? '')) ?? []
    return name ? back(schemas[name]) : Object.fromEntries(Object.entries(node).map(([key, part]) => [key, back(part)]))
  }
  expect(back(shared)).toEqual(paths())
})

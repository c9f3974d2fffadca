// Walks every import in the house and stops at a door that is not drawn in `src/rooms.ts`.
import { expect, test } from 'vitest'
import { floors, frontDoors, inBrowser, pure } from '#src/rooms.ts'
import { type Import, sources } from './source.ts'

const inner = (file: string) => file.replace(/^src\//, '')
const floorOf = (domain: string) => floors.findIndex((floor) => floor.includes(domain))
const domainOf = (file: string) => /^domains\/([^/]+)\//.exec(file)?.[1]
const isPage = (file: string) => /^domains\/[^/]+\/pages\//.test(file)
const isOurs = (to: string) => !to.startsWith('package ')
const isData = (to: string) => /\.(css|json|svg|woff2)$/.test(to)
/** What opens the rooms may go through any door. */
const isEntrance = (file: string) => !file.includes('/') || file.startsWith('commands/')

type Way = { file: string; to: string } & Pick<Import, 'onlyTypes'>
type Rule = [objection: string, applies: (way: Way) => boolean]

const rules: Rule[] = [
  ['must stay pure', ({ file, to, onlyTypes }) => pure.test(file) && !onlyTypes && !pure.test(to) && to !== 'package zod'],
  ['is a domain without a floor', ({ file }) => domainOf(file) !== undefined && floorOf(domainOf(file)!) < 0],
  ['goes sideways or up', ({ file, to }) => between(file, to) && floorOf(domainOf(to)!) >= floorOf(domainOf(file)!)],
  ['enters by a side door', ({ file, to, onlyTypes }) => between(file, to) && !onlyTypes && !frontDoors.test(to)],
  ['the platform knows no domain', ({ file, to }) => file.startsWith('platform/') && domainOf(to) !== undefined],
  ['the kit knows no domain', ({ file, to }) => file.startsWith('web/ui/') && domainOf(to) !== undefined],
  ['only the entrance opens an adapter', ({ file, to, onlyTypes }) => !onlyTypes && to.startsWith('adapters/') && adapterOf(file) !== adapterOf(to) && !isEntrance(file)],
  ['the example is opened by the entrance', ({ file, to }) => to.startsWith('example/') && !pure.test(to) && !file.startsWith('example/') && !isEntrance(file) && !pure.test(to)],
  ['the browser cannot take this', ({ file, to, onlyTypes }) => runsInBrowser(file) && !onlyTypes && !browserTakes(to)],
  ['only platform/http and adapters know the framework', ({ file, to, onlyTypes }) => to === 'package fastify' && !onlyTypes && !/^(platform\/http|adapters)\//.test(file)],
]

const between = (file: string, to: string) => domainOf(file) !== undefined && domainOf(to) !== undefined && domainOf(file) !== domainOf(to)
const adapterOf = (file: string) => /^adapters\/([^/]+)\//.exec(file)?.[1]
/** Public pages are made on the server. */
const runsInBrowser = (file: string) => isPage(file) || (file.startsWith('web/') && !file.startsWith('web/public/'))
const browserTakes = (to: string) => isPage(to) || to.startsWith('web/') || isData(to) || pure.test(to) || inBrowser.test(to) || (to.startsWith('package ') && !to.startsWith('package node:'))

const house = sources.filter(({ file }) => file.startsWith('src/') && !/\.(test|test-cases)\.tsx?$/.test(file))
const ways = house.flatMap(({ file, imports }) => imports.map(({ to, onlyTypes }) => ({ file: inner(file), to: inner(to), onlyTypes })))

test('every import goes through a door on the plan', () => {
  const wrong = ways.flatMap((way) => rules.filter(([, applies]) => applies(way)).map(([objection]) => `${way.file} → ${way.to}: ${objection}`))
  expect(wrong).toEqual([])
})

test('the plan is not empty of doors: the walk sees imports that are made later, passed on, or only of types', () => {
  expect(ways.length).toBeGreaterThan(100)
  expect(ways.filter(({ to }) => isOurs(to)).some(({ onlyTypes }) => onlyTypes)).toBe(true)
  expect(sources.some(({ imports }) => imports.some(({ dynamic }) => dynamic))).toBe(true)
})

test.each([
  ['domains/organisations/store.ts', 'domains/agreements/model.ts', 'goes sideways or up'],
  ['domains/agreements/actions.ts', 'domains/organisations/pages/list.tsx', 'enters by a side door'],
  ['platform/files/files.ts', 'domains/people/model.ts', 'the platform knows no domain'],
  ['domains/registers/actions.ts', 'adapters/spreadsheets/format.ts', 'only the entrance opens an adapter'],
  ['web/routes.tsx', 'domains/people/store.ts', 'the browser cannot take this'],
  ['domains/agreements/rules.ts', 'platform/db/database.ts', 'must stay pure'],
])('%s may not import %s', (file, to, objection) => {
  expect(rules.filter(([, applies]) => applies({ file, to, onlyTypes: false })).map(([says]) => says)).toContain(objection)
})

test('the environment is read in one place', () => {
  const readers = house.filter(({ file, text }) => /process\.env\.(?!PAMIR_STARTER)\w|env\[/.test(text) && !/^src\/(config|web\/|client-build)/.test(file)).map(({ file }) => file)
  expect(readers).toEqual([])
})

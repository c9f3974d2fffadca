// The house numbers: how long files and functions may be, how a file begins, and that every dependency has a reason.
import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { sources } from './source.ts'

const sorted = (numbers: number[]) => numbers.toSorted((a, b) => a - b)
const at = (numbers: number[], share: number) => sorted(numbers)[Math.floor((numbers.length - 1) * share)] ?? 0

test('files are short', () => {
  const lines = sources.map((source) => source.lines)
  expect(sources.filter((source) => source.lines > 300).map(({ file, lines: long }) => `${file} has ${long} lines`)).toEqual([])
  expect(at(lines, 0.5), 'the median file').toBeLessThanOrEqual(60)
  expect(at(lines, 0.9), 'nine files of ten').toBeLessThanOrEqual(150)
})

test('functions are short', () => {
  // What is given to `describe` is a chapter of tests, not a function of its own.
  const functions = sources.flatMap(({ file, functions: here }) => here.filter(({ name }) => name !== 'describe').map((one) => ({ file, ...one })))
  expect(functions.filter(({ lines }) => lines > 60).map(({ file, name, lines }) => `${file}: ${name} has ${lines} lines`)).toEqual([])
  // One-liners would make any house look tidy: only functions that take more than a line count.
  expect(at(functions.map(({ lines }) => lines).filter((lines) => lines > 1), 0.9), 'nine functions of ten').toBeLessThanOrEqual(25)
})

test('the first line of every file says what it is for', () => {
  const silent = sources.filter(({ text }) => !/^(#!.*\n)?\/\/ \S/.test(text)).map(({ file }) => file)
  expect(silent).toEqual([])
})

test('nothing is left for later', () => {
  const marks = new RegExp(`\\b(${['TO' + 'DO', 'FIX' + 'ME', 'XX' + 'X', 'HA' + 'CK'].join('|')})\\b`)
  expect(sources.filter(({ text }) => marks.test(text)).map(({ file }) => file)).toEqual([])
})

type Package = Record<'dependencies' | 'devDependencies' | 'optionalDependencies', Record<string, string>>
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Package
const all = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies }

test('every dependency has its reason in docs/decisions, and an exact version', () => {
  const reasons = globSync('docs/decisions/*.md').map((file) => readFileSync(file, 'utf8')).join('\n')
  const named = (name: string) => reasons.includes(`\`${name}\``)
  expect(Object.keys(all).filter((name) => !named(name))).toEqual([])
  expect(Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([])
})

test('every package that is imported is named in package.json, and every one named is used', () => {
  const imported = new Set(sources.flatMap(({ imports }) => imports.map(({ to }) => /^package (@[^/]+\/[^/]+|[^/:@]+)/.exec(to)?.[1])))
  const known = (name: string) => name in all || name === 'node' || name === `@types/${name}`
  const strangers = [...imported].filter((name): name is string => name !== undefined && !name.startsWith('virtual') && !known(name) && !(`@types/${name}` in all))
  expect(strangers).toEqual([])
})

test('what the server imports is a dependency, not one for development', () => {
  const serverOnly = sources.filter(({ file }) => file.startsWith('src/') && !/\/(web|pages)\/|\.test(-cases)?\.tsx?$/.test(file))
  const missing = serverOnly.flatMap(({ file, imports }) => imports.filter(({ to, onlyTypes }) => !onlyTypes && to.startsWith('package ') && !to.startsWith('package node:'))
    .map(({ to }) => to.slice(8).split('/').slice(0, to.slice(8).startsWith('@') ? 2 : 1).join('/'))
    .filter((name) => !(name in manifest.dependencies)).map((name) => `${file} imports ${name}`))
  expect(missing).toEqual([])
})

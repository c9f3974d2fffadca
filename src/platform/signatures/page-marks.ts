// What a PDF's pages show, as one hash: two states of a document can be compared without the signatures that were added.
import { createHash, type Hash } from 'node:crypto'
import { PDF, PdfArray, PdfDict, type PdfObject, PdfRef, PdfStream } from '@libpdf/core'

type Resolve = (ref: PdfRef) => PdfObject | null
/** More than any agreement has; beyond it a document is not compared but called changed. */
const most = 200_000

/** Gives a hash over every page's content, resources and annotations, signature fields left out, and over the files that go with it. */
export async function pageMarks(bytes: Uint8Array): Promise<string> {
  const pdf = await PDF.load(bytes)
  const resolve: Resolve = pdf.context.registry.resolve.bind(pdf.context.registry)
  const hash = createHash('sha256')
  const seen = new Map<string, number>()
  for (const page of pdf.getPages()) walk(page.dict, { hash, resolve, seen })
  return hash.digest('hex')
}

type Walk = { hash: Hash; resolve: Resolve; seen: Map<string, number> }

function walk(object: PdfObject | null | undefined, at: Walk): void {
  if (object instanceof PdfRef) return follow(object, at)
  if (object instanceof PdfArray) {
    at.hash.update('[')
    for (const one of object) if (!isSignature(one, at.resolve)) walk(one, at)
    at.hash.update(']')
  } else if (object instanceof PdfDict) {
    walkDict(object, at)
  } else {
    at.hash.update(`${JSON.stringify(object, (_, value: unknown) => (value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value))};`)
  }
}

/** A thing that was met before is named by when that was: object numbers may differ, and circles end. */
function follow(ref: PdfRef, at: Walk): void {
  const key = `${ref.objectNumber} ${ref.generation}`
  const met = at.seen.get(key)
  if (met !== undefined) { at.hash.update(`@${met}`); return }
  if (at.seen.size >= most) throw new RangeError('This PDF has too many parts to be compared.')
  at.seen.set(key, at.seen.size)
  walk(at.resolve(ref), at)
}

const upwards = new Set(['Parent', 'P', 'StructParent', 'StructParents'])
function walkDict(dict: PdfDict, at: Walk): void {
  for (const name of [...dict.keys()].map(({ value }) => value).toSorted()) {
    if (upwards.has(name)) continue
    const value = dict.get(name)
    if (name === 'Annots' && isEmpty(value, at.resolve)) continue
    at.hash.update(`/${name} `)
    walk(value, at)
  }
  if (dict instanceof PdfStream) at.hash.update(dict.data)
}

const isEmpty = (annotations: PdfObject | undefined, resolve: Resolve) => {
  const list = annotations instanceof PdfRef ? resolve(annotations) : annotations
  return list instanceof PdfArray && [...list].every((one) => isSignature(one, resolve))
}

function isSignature(object: PdfObject, resolve: Resolve): boolean {
  const dict = object instanceof PdfRef ? resolve(object) : object
  if (!(dict instanceof PdfDict)) return false
  // A field that nobody signed but that shows something is content.
  const field = dict.getName('FT') ? dict : dict.getDict('Parent', resolve) ?? dict
  return field.getName('FT')?.value === 'Sig' && (field.has('V') || !shows(dict, resolve))
}

/** Before it is signed a field shows an empty picture, as PDF/A wants; anything else in it is content. */
function shows(widget: PdfDict, resolve: Resolve): boolean {
  const pictures = widget.getDict('AP', resolve)
  if (!pictures) return false
  const normal = pictures.get('N', resolve)
  return [...pictures.keys()].length > 1 || !(normal instanceof PdfStream) || normal.data.length > 0
}

/** Whether two states of a document show the same, signatures left out. */
export const samePages = async (one: Uint8Array, other: Uint8Array): Promise<boolean> => (await pageMarks(one)) === (await pageMarks(other))

// The organisations themselves, numbered: packed as bytes for the bulk and read when one is looked at, so that 130,000 of them weigh
// no more than their text; what came or changed since lies beside.
import type { Known, Name, NameKind } from '../types.ts'
import { hashOf } from './hash.ts'
import { inOrder, lowest } from './ordered.ts'
import { Ints } from './ints.ts'
import { Pile } from './pile.ts'
import type { Loaded, Pieces, Sections } from './sections.ts'

const newLine = 10
const nobody = new TextEncoder().encode('null')
const lineEnd = Uint8Array.of(newLine)
/** Read organisations that are kept: few beside a loaded index, which is made for little memory; more where everything came one by one. */
const [remembered, rememberedAlone] = [8000, 40_000]

type Packed = { bytes: Uint8Array; starts: Int32Array; hashes: Int32Array; slots: Int32Array }
const none: Packed = { bytes: new Uint8Array(0), starts: new Int32Array(1), hashes: new Int32Array(0), slots: new Int32Array(0) }

export class Records {
  private packed = none
  private readonly decoder = new TextDecoder()
  /** What came later, and what is gone of either. */
  private readonly added = new Pile()
  private readonly addedHashes = new Ints()
  private readonly gone = new Set<number>()
  private readonly slots = new Map<string, number>()
  private readonly read = new Map<number, Known>()
  size = 0

  get length(): number {
    return this.count + this.added.length
  }

  private get count(): number {
    return this.packed.starts.length - 1
  }

  push(known: Known): number {
    const slot = this.count + this.added.push(JSON.stringify(written(known)))
    this.addedHashes.push(hashOf(known.id))
    this.slots.set(known.id, slot)
    this.size++
    return slot
  }

  get(slot: number): Known | null {
    return this.gone.has(slot) || slot >= this.length ? null : this.unpacked(slot)
  }

  remove(slot: number): void {
    const known = this.get(slot)
    if (!known) return
    this.gone.add(slot)
    this.read.delete(slot)
    this.slots.delete(known.id)
    this.size--
  }

  slotOf(id: string): number | undefined {
    const own = this.slots.get(id)
    if (own !== undefined) return own
    const { hashes, slots } = this.packed
    const hash = hashOf(id)
    for (let at = lowest(hashes, hash); hashes[at] === hash; at++) if (this.get(slots[at] as number)?.id === id) return slots[at]
    return undefined
  }

  *all(): Generator<Known> {
    for (let slot = 0; slot < this.length; slot++) {
      const known = this.gone.has(slot) ? null : this.parsed(slot)
      if (known) yield known
    }
  }

  saved(): Sections {
    const packedHashes = new Int32Array(this.count)
    const isHere = new Uint8Array(this.count)
    this.packed.slots.forEach((slot, at) => {
      packedHashes[slot] = this.packed.hashes[at] as number
      isHere[slot] = 1
    })
    const { hashes, numbers } = inOrder(this.length, slot => this.gone.has(slot) ? null : slot >= this.count ? this.hashOf(slot) : isHere[slot] ? packedHashes[slot] as number : null)
    return { known: this.lines(), idHashes: hashes, idSlots: numbers }
  }

  /** As they lie in memory, a line each. */
  private lines(): Pieces {
    const line = (slot: number): Uint8Array => this.gone.has(slot) ? nobody : this.bytesOf(slot)
    let size = Math.max(0, this.length - 1)
    for (let slot = 0; slot < this.length; slot++) size += line(slot).length
    const { length } = this
    return { size, *pieces() { for (let slot = 0; slot < length; slot++) yield* slot > 0 ? [lineEnd, line(slot)] : [line(slot)] } }
  }

  load({ bytes, numbers }: Loaded): void {
    const text = bytes('known')
    const starts = [0]
    for (let at = text.indexOf(newLine); at >= 0; at = text.indexOf(newLine, at + 1)) starts.push(at + 1)
    if (text.length > 0) starts.push(text.length + 1)
    this.packed = { bytes: text, starts: Int32Array.from(starts), hashes: numbers('idHashes'), slots: numbers('idSlots') }
    this.size = this.packed.hashes.length
  }

  private unpacked(slot: number): Known | null {
    const before = this.read.get(slot)
    if (before) return before
    const known = this.parsed(slot)
    if (!known) return null
    if (this.read.size >= (this.count > 0 ? remembered : rememberedAlone)) this.read.clear()
    this.read.set(slot, known)
    return known
  }

  /** Of one that came later, without reading it. */
  hashOf(slot: number): number {
    return this.addedHashes.at(slot - this.count)
  }

  isGone(slot: number): boolean {
    return this.gone.has(slot)
  }

  private bytesOf(slot: number): Uint8Array {
    if (slot >= this.count) return this.added.at(slot - this.count)
    return this.packed.bytes.subarray(this.packed.starts[slot] as number, (this.packed.starts[slot + 1] as number) - 1)
  }

  private parsed(slot: number): Known | null {
    const bytes = this.bytesOf(slot)
    return bytes.length <= nobody.length ? null : readAgain(JSON.parse(this.decoder.decode(bytes)) as Written)
  }
}

type Written = [
  id: string, ror: string | null | 0, status: number, successorId: string | null, parentId: string | null, kind: string, country: string | null, city: string | null, domain: string | null,
  local: 0 | 1, renown: number, since: string | null, names: (string | null)[],
]
const statuses: Known['status'][] = ['active', 'inactive', 'withdrawn']

/** Without the names of its facts, which would weigh as much as they do. */
function written({ id, ror, status, successorId, parentId, kind, country, city, domain, local, renown, since, names }: Known): Written {
  return [id, ror === id ? 0 : ror, statuses.indexOf(status), successorId, parentId, kind, country, city, domain, local ? 1 : 0, renown ?? 0, since ?? null, names.flatMap(name => [name.text, name.lang, name.kind])]
}

function readAgain([id, ror, status, successorId, parentId, kind, country, city, domain, local, renown, since, texts]: Written): Known {
  const names: Name[] = []
  for (let at = 0; at < texts.length; at += 3) names.push({ text: texts[at] as string, lang: texts[at + 1] as string | null, kind: texts[at + 2] as NameKind })
  return { id, ror: ror === 0 ? id : ror, status: statuses[status] as Known['status'], successorId, parentId, kind, country, city, domain, local: local === 1, renown, since, names }
}

// Does what the desk is asked, with the resolver at hand; in a thread or in place, it is the same.
import { closeSync, existsSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { collect } from './collect.ts'
import { type Packed, unpacked } from './packed.ts'
import { Resolver } from './resolver/resolver.ts'
import type { CellHints, Known, Question, SuggestOptions } from './resolver/types.ts'

export type Order =
  | { do: 'begin' } | { do: 'load'; path: string; of: string } | { do: 'save'; path: string; of: string; builtAt: string } | { do: 'size' } | { do: 'fill'; known: Packed[] } | { do: 'filled' }
  | { do: 'learn'; known: Packed[]; gone: string[] }
  | { do: 'remember'; said: { text: string; country: string | null; organisationId: string }[] }
  | { do: 'forget'; text: string; country: string | null }
  | { do: 'resolve'; questions: Question[] } | { do: 'cells'; cells: { text: string; hints: CellHints }[] }
  | { do: 'suggest'; text: string; options: SuggestOptions }

export class Clerk {
  private resolver = new Resolver()
  /** Being filled beside the one that answers, so that answers never stop. */
  private next = this.resolver

  take(order: Order): unknown {
    switch (order.do) {
      case 'load': return this.load(order.path, order.of)
      case 'save': return this.save(order.path, order.of, order.builtAt)
      case 'size': return this.next.size
      case 'begin': return void (this.next = new Resolver())
      case 'fill': return order.known.forEach((one) => this.next.add(unpacked(one)))
      case 'filled': return this.settle()
      case 'learn': return this.learn(order.known.map(unpacked), order.gone)
      case 'remember': return this.both((resolver) => order.said.forEach(({ text, country, organisationId }) => resolver.remember(text, country, organisationId)))
      case 'forget': return this.both((resolver) => resolver.forget(order.text, order.country))
      case 'resolve': return order.questions.map((question) => this.resolver.resolve(question))
      case 'cells': return order.cells.map(({ text, hints }) => this.resolver.resolveCell(text, hints))
      case 'suggest': return this.resolver.suggest(order.text, order.options)
    }
  }

  /** The first question builds the index; better now than when a person waits. */
  private settle(): void {
    this.resolver = this.next
    this.resolver.suggest('university', { limit: 1 })
  }

  /** When it was built, or null when there is no index that this version can read. */
  private load(path: string, of: string): string | null {
    if (!existsSync(path)) return null
    const built = Resolver.from(readFileSync(path), of)
    if (built) this.next = built.resolver
    collect()
    return built?.builtAt ?? null
  }

  private save(path: string, of: string, builtAt: string): void {
    const file = openSync(`${path}.new`, 'w')
    try {
      for (const piece of this.next.saved(builtAt, of)) writeSync(file, piece)
    } finally {
      closeSync(file)
    }
    renameSync(`${path}.new`, path)
  }

  private learn(known: Known[], gone: string[]): void {
    this.both((resolver) => {
      for (const id of gone) resolver.remove(id)
      for (const one of known) resolver.add(one)
    })
  }

  private both(tell: (resolver: Resolver) => void): void {
    for (const resolver of new Set([this.resolver, this.next])) tell(resolver)
  }
}

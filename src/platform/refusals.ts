// A rule answers with the reason it refuses, or with nothing. The reason is a key in the words files, so the same
// answer becomes a 409 on the server, a tooltip on a closed button and a sentence in the terminal.
export type Reason = `${string}.${string}`
export type Facts = Record<string, string | number | boolean | null>

/** What was asked may not happen. `status` is what HTTP calls it; 409 unless a rule of HTTP says otherwise. */
export class Refused extends Error {
  override name = 'Refused'
  readonly reason: Reason
  readonly facts: Facts
  readonly status: number
  constructor(reason: Reason, facts: Facts = {}, status = 409) {
    super(reason)
    this.reason = reason
    this.facts = facts
    this.status = status
  }
}

/** What was asked for does not exist for this viewer. */
export class NotFound extends Error {
  override name = 'NotFound'
}

/** What a person filled in cannot be taken, field by field: `{ endsOn: ['agreements.ends-before-it-starts'] }`. */
export class Invalid extends Error {
  override name = 'Invalid'
  readonly fields: Record<string, string[]>
  constructor(fields: Record<string, string[]>) {
    super('invalid')
    this.fields = fields
  }
}

export function demand(whyNot: Reason | undefined, facts: Facts = {}): void {
  if (whyNot) throw new Refused(whyNot, facts)
}

export function found<T>(thing: T | undefined | null): T {
  if (thing === undefined || thing === null) throw new NotFound()
  return thing
}

// What the histories of an agreement and of a ceremony say about signing.
import type { Tells } from '#domains/agreements/pages/told-above.ts'

export const tells: Tells = (what, data, saying) =>
  (what.startsWith('signing.') ? ofSigning(what, data, saying) : what.startsWith('ceremony.') ? ofCeremony(what, data, saying) : undefined)

const ofSigning: Tells = (what, data, { text, day }) => {
  const deed = what === 'signing.signed' ? `signed-${String(data['means'])}` : what.slice('signing.'.length)
  const step = data['title'] ? String(data['title']) : data['step'] ? text(`signing.steps.${String(data['step'])}`) : ''
  return text(`signing.history.${deed}`, { name: String(data['name'] ?? ''), because: String(data['because'] ?? ''), on: day(data['signedOn']), step })
}

/** A step says who was called, who signed, what was exchanged. */
const ofCeremony: Tells = (what, data, { text }) => {
  const deed = what.slice('ceremony.'.length)
  const beat = data['kind'] ? text(`signing.ceremony.beats.${String(data['kind'])}`) : ''
  return text(`signing.history.ceremony-${deed}`, { count: Number(data['agreements'] ?? 0), step: [beat, data['name']].filter(Boolean).map(String).join(': ') })
}

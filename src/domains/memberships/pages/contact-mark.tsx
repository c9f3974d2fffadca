// Whether a member's contact is confirmed, as a mark.
import { useText } from '#web/text.tsx'
import { Mark, type Shape, type Tone } from '#web/ui/mark.tsx'
import { Day } from '#web/ui/whole.tsx'
import type { Confirmed } from '../member-model.ts'

const looks: Record<Confirmed['state'], { tone: Tone; shape: Shape }> = { confirmed: { tone: 'jade', shape: 'disc' }, asked: { tone: 'saffron', shape: 'half' }, overdue: { tone: 'garnet', shape: 'triangle' }, never: { tone: 'quiet', shape: 'ring' } }

export function ContactMark({ of: { state, confirmedOn, dueOn } }: { of: Pick<Confirmed, 'state' | 'confirmedOn' | 'dueOn'> }) {
  const text = useText()
  const day = state === 'confirmed' ? confirmedOn : state === 'asked' ? dueOn : null
  return <Mark {...looks[state]}>{text(`memberships.contact-states.${state}`)}{day && <> <Day day={day} short /></>}</Mark>
}

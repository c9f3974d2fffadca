// How far a signing is: a shape, a colour and a word.
import { useText } from '#web/text.tsx'
import { Mark } from '#web/ui/mark.tsx'
import type { SigningFile } from '../model.ts'

const looks = { clearing: { tone: 'saffron', shape: 'half' }, signing: { tone: 'lapis', shape: 'ring' }, sealed: { tone: 'jade', shape: 'disc' } } as const
export const StageMark = ({ stage }: { stage: SigningFile['stage'] }) => <Mark {...looks[stage]}>{useText()(`signing.stages.${stage}`)}</Mark>

// What became of a proposal for a new area: a mark with its word.
import { Mark } from '#web/ui/mark.tsx'
import type { NewArea } from '../area-model.ts'
import { useSay } from './say.ts'

const looks = { open: ['saffron', 'square'], commitment: ['jade', 'disc'], draft: ['lapis', 'half'], 'set-aside': ['quiet', 'dash'] } as const

export function AreaMark({ state }: Pick<NewArea, 'state'>) {
  const { text } = useSay()
  const [tone, shape] = looks[state]
  return <Mark tone={tone} shape={shape}>{text(`reviews.area.states.${state}`)}</Mark>
}

// The step that imports: named by its verb and by how many agreements it records or changes.
import { useQuery } from '@tanstack/react-query'
import { useAddress } from '#web/address.ts'
import { ask, useDeed } from '#web/client.ts'
import { useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { useToastTrouble } from '#web/ui/toast.tsx'
import { useViewer } from '#web/viewer.ts'
import { registersApi } from '../../api.ts'
import type { Run } from '../../model.ts'
import { whyNot } from '../../rules.ts'

export function ImportStep({ run }: { run: Run }) {
  const [text, viewer, trouble] = [useText(), useViewer(), useToastTrouble()]
  const [, change] = useAddress()
  const { data: tally } = useQuery(ask(registersApi.tally, { params: { id: run.id } }))
  const begin = useDeed(registersApi.import, ['/agreements', '/organisations'])
  const closed = viewer ? whyNot('import', run, viewer) ?? (tally?.moving === 0 ? 'registers.nothing-moves' : undefined) : undefined
  // Whoever imports wants to know next what it tells, whichever view they were in.
  const leaveTheView = () => change({ tab: null, show: null, figure: null, value: null })
  return (
    <Button look="primary" busy={begin.isPending} {...(closed ? { whyNot: closed } : {})} onPress={() => begin.mutate({ params: { id: run.id } }, { onSuccess: leaveTheView, onError: trouble })}>
      {text('registers.import.do', { count: tally?.moving ?? run.rows })}
    </Button>
  )
}

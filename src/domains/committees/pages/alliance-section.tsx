// Beneath an alliance or a sub-alliance: its bodies, and the way to set one up.
import { useQuery } from '@tanstack/react-query'
import type { AllianceFile } from '#domains/alliances/model.ts'
import { whyNotKeep } from '#domains/alliances/rules.ts'
import { ask } from '#web/client.ts'
import { useText } from '#web/text.tsx'
import { ButtonLink } from '#web/ui/button.tsx'
import { Section } from '#web/ui/page.tsx'
import { useViewer } from '#web/viewer.ts'
import { bodiesApi } from '../api.ts'
import { BodyLines } from './bodies.tsx'

export function AllianceSection({ alliance }: { alliance: AllianceFile }) {
  const [text, viewer] = [useText(), useViewer()]
  const { data: bodies } = useQuery({ ...ask(bodiesApi.bodies, { query: { allianceId: alliance.id } }), enabled: viewer !== null, retry: false })
  const may = viewer !== null && !whyNotKeep(alliance, viewer)
  if (!bodies || (bodies.length === 0 && !may)) return null
  return (
    <Section title={text('committees.bodies')} aside={may && <ButtonLink small to={`/bodies/new?alliance=${alliance.id}`}>{text('committees.set-up')}</ButtonLink>}>
      {bodies.length === 0 ? <p className="quiet">{text('committees.bodies.none')}</p> : <BodyLines bodies={bodies} />}
    </Section>
  )
}

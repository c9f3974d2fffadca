// On an organisation's page: the way to the brief on it, and its annual reports.
import { holds, recordKeepers } from '#platform/auth/viewer.ts'
import { useText } from '#web/text.tsx'
import { ButtonLink } from '#web/ui/button.tsx'
import { Section as Frame } from '#web/ui/page.tsx'
import { useViewer } from '#web/viewer.ts'
import { AnnualOf } from './annual-of.tsx'

export function Section({ id }: { id: string }) {
  const [text, viewer] = [useText(), useViewer()]
  return (
    <div className="no-print">
      <Frame title={text('reports.brief')}>
        <p className="quiet">{text('reports.brief.about')}</p>
        <div className="row"><ButtonLink small to={`/briefs/${id}`}>{text('reports.brief.open-it')}</ButtonLink><ButtonLink small look="quiet" to={`/briefs?partner=${id}`}>{text('reports.brief.add-to-trip')}</ButtonLink></div>
      </Frame>
      <AnnualOf kind="organisation" id={id} mayFreeze={viewer !== null && holds(viewer, id, ...recordKeepers)} />
    </div>
  )
}

// One pack: what was chosen, how far it is or what it counted, until when it is kept.
import { formatInstant, formatNumber } from '#platform/i18n/format.ts'
import { linkTo, useDeed } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { ErrorNote } from '#web/ui/notes.tsx'
import { LongWork } from '#web/work.tsx'
import { reportsApi } from '../api.ts'
import type { PackShown } from '../pack-model.ts'

export function PackLine({ pack, onDone }: { pack: PackShown; onDone: () => void }) {
  const [text, locale] = [useText(), useLocale()]
  const remove = useDeed(reportsApi.deletePack)
  const { id, workId, readyAt, figures, size, expiresAt, about, askedAt } = pack
  return (
    <li>
      <strong><bdi>{about.join(' · ')}</bdi></strong>
      {readyAt && figures ? (
        <>
          <span>{text('reports.packs.ready', figures)}</span>
          <span className="packs-about quiet">
            <span>{text('reports.packs.size', { size: formatNumber((size ?? 0) / 1_000_000, locale, { maximumFractionDigits: 1 }) })}</span>
            {expiresAt && <span>{text('reports.packs.kept-until', { on: formatInstant(expiresAt, locale) })}</span>}
          </span>
        </>
      ) : (
        <>
          <span className="quiet">{text('reports.packs.asked-on', { on: formatInstant(askedAt, locale) })}</span>
          <LongWork id={workId} label={text('reports.packs.making')} onDone={onDone}>{() => null}</LongWork>
        </>
      )}
      {remove.error && <ErrorNote error={remove.error} />}
      <div className="row">
        {readyAt && <a className="button primary small" href={linkTo(reportsApi.openPack, { params: { id } })} download>{text('reports.packs.download')}</a>}
        <Button small look="quiet" label={`${text('reports.packs.delete')}: ${about.join(' · ')}`} busy={remove.isPending} onPress={() => remove.mutate({ params: { id } })}>{text('reports.packs.delete')}</Button>
      </div>
    </li>
  )
}

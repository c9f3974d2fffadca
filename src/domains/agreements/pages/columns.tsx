// The columns of the register of agreements.
import { organisationsOf } from '#platform/auth/viewer.ts'
import { useViewer } from '#web/viewer.ts'
import type { Column } from '#web/ui/table/columns.ts'
import { Day } from '#web/ui/whole.tsx'
import { StateMark } from '#web/ui/mark.tsx'
import type { AgreementLine } from '../model.ts'
import { PartiesInLine } from './parties-in-line.tsx'
import { useSay } from './say.ts'
import { Title } from './title.tsx'

export function useAgreementColumns(but?: string): Column<AgreementLine>[] {
  const { text, term } = useSay()
  const viewer = useViewer()
  const hasOwn = but !== undefined || (viewer !== null && organisationsOf(viewer).length > 0)
  return [
    { key: 'title', head: text('agreements.columns.title'), sort: 'title', cell: (row) => <Title of={row} />, width: '26%' },
    {
      key: 'partner', head: text(hasOwn ? 'agreements.columns.partner' : 'agreements.columns.parties'), sort: 'partner', width: '26%',
      cell: ({ parties }) => <PartiesInLine parties={parties} {...(but ? { but } : {})} />,
    },
    { key: 'kind', head: text('agreements.columns.kind'), cell: ({ kind }) => <span className="agreement-kind">{text(`agreements.kinds.${kind}`)}</span>, phone: 'hide' },
    { key: 'signed', head: text('agreements.columns.signed'), sort: 'signed', cell: ({ signedOn, signedPrecision }) => signedOn && <Day short day={signedOn} precision={signedPrecision ?? 'day'} /> },
    { key: 'term', head: text('agreements.columns.term'), cell: (row) => <bdi className="agreement-term">{term(row)}</bdi>, phone: 'hide' },
    { key: 'until', head: text('agreements.columns.until'), sort: 'ends', cell: (row) => (row.holdsUntil || row.openEnded) && <Until of={row} /> },
    { key: 'state', head: text('agreements.columns.state'), cell: (row) => <><StateMark state={row.state} /><Left of={row} /></> },
  ]
}

function Until({ of: { holdsUntil, openEnded } }: { of: AgreementLine }) {
  const { text } = useSay()
  if (holdsUntil) return <Day short day={holdsUntil} />
  return <span className="quiet">{openEnded && text('agreements.open-ended')}</span>
}

/** How long still, for those that end soon. */
function Left({ of: { state, holdsUntil } }: { of: AgreementLine }) {
  const { text, left } = useSay()
  if (state !== 'expiring' || !holdsUntil) return null
  return <small className="quiet agreement-left">{text('agreements.left', { length: left(holdsUntil) })}</small>
}

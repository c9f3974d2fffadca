// The columns of a register of members.
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { LanguageNames } from '#web/ui/names.tsx'
import type { Column } from '#web/ui/table/columns.ts'
import type { Member } from '../model.ts'
import { namesOf, placeOf } from './brief.ts'
import { KnownDay, StandingMark } from './pieces.tsx'

/** `onChange` opens the next standing of a member, for those who may give it. */
export function useMemberColumns(onChange?: (member: Member) => void): Column<Member>[] {
  const [text, locale] = [useText(), useLocale()]
  return [
    { key: 'name', head: text('alliances.member'), sort: 'name', width: '40%', cell: ({ organisation }) => <LanguageNames names={namesOf(organisation)} /> },
    { key: 'country', head: text('alliances.country'), sort: 'country', cell: ({ organisation }) => placeOf(organisation, locale) },
    {
      key: 'standing', head: text('alliances.standing'), cell: ({ standing, outsideParent }) => (
        <><StandingMark standing={standing} />{outsideParent && <small className="quiet"> {text('alliances.outside-parent')}</small>}</>
      ),
    },
    { key: 'since', head: text('alliances.since'), sort: 'since', cell: ({ fromOn, fromPrecision }) => <KnownDay day={fromOn} precision={fromPrecision} /> },
    ...(onChange ? [{ key: 'change', head: '', align: 'end' as const, cell: (member: Member) => <Button small look="quiet" onPress={() => onChange(member)}>{text('alliances.change-standing')}</Button> }] : []),
  ]
}

// Who I am here, in whose name I act, how it looks, and the way out.
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Viewer } from '#platform/auth/viewer.ts'
import { useOutbox } from '../offline/use-outbox.ts'
import { useText } from '../text.tsx'
import { applyTheme, chosenTheme, type Theme, themes } from '../theme.ts'
import { Icon } from '../ui/icon.tsx'
import { Menu, MenuChoice, MenuHead, MenuItem } from '../ui/menu.tsx'
import { useToast, useToastTrouble } from '../ui/toast.tsx'
import { actFor, signOut, useViewerChanged } from '../viewer.ts'

export function PersonMenu({ viewer }: { viewer: Viewer }) {
  const text = useText()
  const acting = viewer.offices.find(({ id }) => id === viewer.acting)
  return (
    <Menu label={text('web.person')} face={<Face name={viewer.name} office={acting && officeWords(text, acting)} />}>
      {viewer.offices.length > 0 && <Offices viewer={viewer} />}
      <ThemeChoices />
      <Leave />
    </Menu>
  )
}

type Office = Viewer['offices'][number]
const officeWords = (text: ReturnType<typeof useText>, { role, organisationName }: Office) =>
  organisationName ? text('web.office', { role: text(`web.roles.${role}`), organisation: organisationName }) : text(`web.roles.${role}`)

const Face = ({ name, office }: { name: string; office: string | undefined }) => (
  <>
    <Icon name="person" size={18} />
    <span className="wide-only person-face"><span>{name}</span>{office && <small>{office}</small>}</span>
  </>
)

function Offices({ viewer }: { viewer: Viewer }) {
  const text = useText()
  const changed = useViewerChanged()
  const trouble = useToastTrouble()
  const act = (office: string) => void actFor(office).then(changed, trouble)
  return (
    <>
      <MenuHead>{text('web.acting-as')}</MenuHead>
      {viewer.offices.map((office) => (
        <MenuChoice key={office.id} chosen={office.id === viewer.acting} onPick={() => act(office.id)}>{officeWords(text, office)}</MenuChoice>
      ))}
    </>
  )
}

function ThemeChoices() {
  const text = useText()
  const [theme, setTheme] = useState<Theme>(chosenTheme)
  const choose = (next: Theme) => {
    applyTheme(next)
    setTheme(next)
  }
  return (
    <>
      <MenuHead>{text('web.theme')}</MenuHead>
      {themes.map((each) => <MenuChoice key={each} chosen={each === theme} onPick={() => choose(each)}>{text(`web.themes.${each}`)}</MenuChoice>)}
    </>
  )
}

function Leave() {
  const text = useText()
  const say = useToast()
  const waiting = useOutbox().length
  const navigate = useNavigate()
  const changed = useViewerChanged()
  const trouble = useToastTrouble()
  const leave = () => void signOut().then(changed).then(() => navigate({ href: '/sign-in' })).then(() => { if (waiting) say(text('web.outbox.stays', { count: waiting })) }, trouble)
  return (
    <>
      <MenuHead />
      <MenuItem onPick={() => void navigate({ href: '/settings' })}>{text('web.places.settings')}</MenuItem>
      <MenuItem onPick={leave}>{text('web.sign-out')}</MenuItem>
    </>
  )
}

// The pages about people, their ways in, teams and the audit log, with sample content. `name` is put around what others wrote.

import { asId, PersonId, TeamId, UnitId } from '../../shared/ids.ts'
import type { Language } from '../../shared/language.ts'
import { problem } from '../../shared/problems.ts'
import { AuditPage } from '../../web/pages/audit/audit.tsx'
import { EnterPage } from '../../web/pages/entry/enter.tsx'
import { SetupPage } from '../../web/pages/entry/setup.tsx'
import { NextStepsPage } from '../../web/pages/office/next-steps.tsx'
import { SettingsPage } from '../../web/pages/office/settings.tsx'
import { ImportDonePage, ImportPage, ImportPreviewPage } from '../../web/pages/people/import.tsx'
import { InvitationsPage } from '../../web/pages/people/invitations.tsx'
import { PeoplePage } from '../../web/pages/people/list.tsx'
import { MadeLinkPage } from '../../web/pages/people/made-link.tsx'
import { NewPersonPage } from '../../web/pages/people/new-person.tsx'
import { PersonPage } from '../../web/pages/people/person.tsx'
import { RemovalPage } from '../../web/pages/people/removal.tsx'
import { SlipsPage } from '../../web/pages/people/slips.tsx'
import { TeamsPage } from '../../web/pages/teams/list.tsx'
import { TeamPage, TeamRemovalPage } from '../../web/pages/teams/team.tsx'
import { noUnit } from '../../web/parts/unit-field.tsx'
import { contextFor, type Naming, type Page } from './samples.tsx'

const at = '2013-07-15T00:00:00Z'
const id = asId(PersonId, 'an')
const teamId = asId(TeamId, 'team')
const code = { size: 21, path: 'M0 0h1v1h-1z' }

const choicesOf = (name: Naming) => ({
  text: name('Chi bộ'),
  unit: undefined,
  choices: ['u1', 'u2'].map((one) => ({
    id: asId(UnitId, one),
    code: name(one),
    name: name('Chi bộ'),
    where: name('Khối'),
  })),
  hasMore: true,
  isSent: true,
})

const lineOf = (name: Naming) => ({
  id,
  name: name('An'),
  email: name('an@example.org'),
  phone: name('0912345678'),
  roles: [
    { role: 'office' as const, unit: name('Khối') },
    { role: 'leader' as const, unit: undefined },
  ],
  seenAt: undefined,
  invitedAt: at,
  isWhole: true,
})

/** One of each page about people, with as much on it as it can have. */
function personPages(language: Language, name: Naming): Record<string, Page> {
  const context = contextFor(language, { here: '/people' })
  const unit = choicesOf(name)
  const typed = {
    name: name('An'),
    email: name('x'),
    phone: name('1'),
    lines: [
      { role: 'office' as const, unit },
      { role: undefined, unit: noUnit },
    ],
  }
  const faults = new Map([
    ['name', name('Sai')],
    ['role-1', name('Sai')],
    ['roles', name('Thiếu')],
  ])
  const link = { id: 'hash', createdAt: at, createdBy: name('Bình'), usedAt: at, expiresAt: at, state: 'open' as const }
  const slip = { name: name('An'), roles: name('văn phòng'), address: name('/enter/x'), code, expiresAt: at }
  const filters = { text: name('an'), role: 'office' as const, unit, state: 'active' as const }
  return {
    people: (
      <PeoplePage
        context={context}
        people={[lineOf(name)]}
        filters={filters}
        query={{ q: name('an'), chosen: 'nobody' }}
        isFirst={false}
        next="x"
        isEverybodyChosen
        canMail
        isTopAdmin
      />
    ),
    'new person': (
      <NewPersonPage context={context} id={id} typed={typed} faults={faults} problem={problem.fieldsWrong(3)} />
    ),
    person: (
      <PersonPage
        context={context}
        id={id}
        name={name('An')}
        seenAt={at}
        invitedAt={at}
        version={2}
        typed={typed}
        faults={faults}
        problem={problem.officeChanged()}
        differences={[{ what: 'x', stored: name('An'), typed: name('Ân') }]}
        done="saved"
        asksOwnAdmin
        isWhole
        storedEmail={name('an@example.org')}
        canMail
        links={[link, { ...link, id: 'other', usedAt: undefined, state: 'expired' }]}
        linkDays={90}
      />
    ),
    removal: (
      <RemovalPage
        context={context}
        id={id}
        name={name('An')}
        version={1}
        isSelf
        typed={name('A')}
        isMismatch
        problem={problem.fieldsWrong(1)}
      />
    ),
    'made link': (
      <MadeLinkPage context={context} id={id} name={name('An')} address={name('/enter/x')} code={code} expiresAt={at} />
    ),
    slips: <SlipsPage context={context} organisation={name('Khối')} slips={[slip]} skipped={[name('Bình')]} />,
    invitations: <InvitationsPage context={context} sent={1} notSent={[{ id, name: name('An'), why: 'no-email' }]} />,
  }
}

function importPages(language: Language, name: Naming): Record<string, Page> {
  const context = contextFor(language, { here: '/people/import' })
  const preview = {
    faults: [],
    moreFaults: 0,
    ignored: [name('Cột')],
    people: [
      {
        row: 2,
        name: name('An'),
        contact: name('x'),
        isNew: true,
        roles: [{ role: 'office' as const, unit: name('K') }],
      },
    ],
    morePeople: 3,
    added: 4,
    changed: 0,
    same: 2,
    rows: name('rows'),
    batch: 'b',
  }
  const fault = { row: 3, column: 'unit' as const, code: 'unknown' as const, text: name('K') }
  return {
    'people import': <ImportPage context={context} limitBytes={2 ** 22} mostPeople={1_000} fault={name('Sai')} />,
    'people preview': <ImportPreviewPage context={context} preview={preview} isOutdated={false} />,
    'people preview, faults': (
      <ImportPreviewPage context={context} preview={{ ...preview, faults: [fault], moreFaults: 2 }} isOutdated />
    ),
    'people imported': (
      <ImportDonePage context={context} added={1} changed={2} notImported={[{ name: name('An'), why: 'other' }]} />
    ),
  }
}

function teamAndOfficePages(language: Language, name: Naming): Record<string, Page> {
  const context = contextFor(language, { here: '/people/teams' })
  const unit = choicesOf(name)
  const member = { id, name: name('An'), roles: name('văn phòng') }
  const team = {
    name: name('Tổ'),
    unit,
    members: [member],
    leaderId: id,
    find: name('b'),
    found: [member],
    hasMore: true,
  }
  const typed = { nameVi: name('Khối'), nameEn: name('Bloc'), timeZone: name('UTC'), daysOff: name('2/9/2025') }
  const setup = { ...typed, unitName: name('K'), unitCode: name('K'), unitLevel: name('k'), yourName: name('An') }
  const faults = new Map([['nameVi', name('Sai')]])
  const entry = {
    key: 'k',
    at,
    by: name('An'),
    verb: 'person.added' as const,
    subject: '/people/an',
    details: name('Bình'),
    unit: name('Khối'),
  }
  const auditFilters = { month: '2013-07', person: name('a'), verb: undefined, text: name('b'), unit }
  return {
    teams: (
      <TeamsPage
        context={context}
        teams={[{ id: teamId, name: name('Tổ'), unit: name('K'), leader: name('An'), people: 2 }]}
      />
    ),
    team: (
      <TeamPage
        context={context}
        id={teamId}
        storedName={name('Tổ')}
        version={1}
        typed={team}
        faults={new Map([['members', name('Thiếu')]])}
        problem={problem.fieldsWrong(1)}
        isSaved
      />
    ),
    'team removal': (
      <TeamRemovalPage context={context} id={teamId} name={name('Tổ')} version={1} problem={problem.officeChanged()} />
    ),
    enter: (
      <EnterPage
        context={context}
        name={name('An')}
        organisation={name('Khối')}
        expiresAt={at}
        replaces={name('Bình')}
      />
    ),
    setup: (
      <SetupPage
        context={context}
        typed={setup}
        email={name('a@b.c')}
        faults={faults}
        problem={problem.fieldsWrong(1)}
      />
    ),
    'next steps': (
      <NextStepsPage
        context={context}
        organisation={name('Khối')}
        has={{ units: true, people: false, forms: true, campaigns: false }}
      />
    ),
    settings: (
      <SettingsPage
        context={context}
        stored={{ name: name('K'), timeZone: name('UTC') }}
        version={1}
        typed={typed}
        faults={faults}
        problem={problem.officeChanged()}
        isSaved
      />
    ),
    audit: (
      <AuditPage
        context={context}
        entries={[entry]}
        filters={auditFilters}
        query={{ text: name('b'), after: 'x' }}
        next="y"
      />
    ),
  }
}

export const peoplePages = (language: Language, name: Naming): Record<string, Page> => ({
  ...personPages(language, name),
  ...importPages(language, name),
  ...teamAndOfficePages(language, name),
})

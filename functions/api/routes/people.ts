// People, their ways in, teams. Whom it concerns is decided over the person's own roles (shared/organisation/people-scope.ts).

import { largestFormWithFiles } from '../body.ts'
import { lazily, type Route } from './route.ts'

const admins = { who: 'role', action: 'person.manage' } as const
/** Teams belong to whoever manages campaigns at their unit. */
const planners = { who: 'role', action: 'campaign.manage' } as const
const people = lazily(() => import('../desks/people.ts'))
const teams = lazily(() => import('../desks/teams.ts'))
const person = '/people/:person'

export const peopleRoutes: readonly Route[] = [
  { method: 'GET', path: '/people', needs: admins, answer: people('showPeople') },
  { method: 'POST', path: '/people', needs: admins, answer: people('createPerson'), records: 'person.added' },
  { method: 'GET', path: '/people/new', needs: admins, answer: people('showNewPerson') },
  {
    method: 'POST',
    path: '/people/invitations',
    needs: admins,
    answer: people('invitePeople'),
    records: 'person.invited',
  },
  { method: 'POST', path: '/people/slips', needs: admins, answer: people('printSlips'), records: 'person.link-made' },
  { method: 'GET', path: '/people/import', needs: admins, answer: people('showImport') },
  {
    method: 'POST',
    path: '/people/import',
    largestForm: largestFormWithFiles,
    needs: admins,
    answer: people('previewImport'),
    records: null,
  },
  {
    method: 'POST',
    path: '/people/imported',
    needs: admins,
    answer: people('applyImport'),
    records: 'people.imported',
  },
  // Before a person's page: both have one word after /people.
  { method: 'GET', path: '/people/teams', needs: planners, answer: teams('showTeams') },
  { method: 'POST', path: '/people/teams', needs: planners, answer: teams('createTeam'), records: 'team.created' },
  { method: 'GET', path: '/people/teams/new', needs: planners, answer: teams('showNewTeam') },
  { method: 'GET', path: '/people/teams/:team', needs: planners, answer: teams('showTeam') },
  {
    method: 'POST',
    path: '/people/teams/:team',
    needs: planners,
    answer: teams('changeTeam'),
    records: 'team.changed',
  },
  { method: 'GET', path: '/people/teams/:team/removal', needs: planners, answer: teams('showTeamRemoval') },
  {
    method: 'POST',
    path: '/people/teams/:team/removal',
    needs: planners,
    answer: teams('confirmTeamRemoval'),
    records: 'team.removed',
  },
  { method: 'GET', path: person, needs: admins, answer: people('showPerson') },
  { method: 'POST', path: person, needs: admins, answer: people('savePerson'), records: 'person.changed' },
  { method: 'GET', path: `${person}/removal`, needs: admins, answer: people('showRemoval') },
  {
    method: 'POST',
    path: `${person}/removal`,
    needs: admins,
    answer: people('confirmRemoval'),
    records: 'person.removed',
  },
  {
    method: 'POST',
    path: `${person}/invitation`,
    needs: admins,
    answer: people('invitePerson'),
    records: 'person.invited',
  },
  {
    method: 'POST',
    path: `${person}/links`,
    needs: admins,
    answer: people('makePersonalLink'),
    records: 'person.link-made',
  },
  {
    method: 'POST',
    path: `${person}/links/:link/revocation`,
    needs: admins,
    answer: people('revokePersonalLink'),
    records: 'person.link-revoked',
  },
]

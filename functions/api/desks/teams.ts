// The pages about teams, as one thing to load.

export {
  changeTeam,
  confirmTeamRemoval,
  createTeam,
  showNewTeam,
  showTeam,
  showTeamRemoval,
  showTeams,
} from '../pages/teams/teams.tsx'

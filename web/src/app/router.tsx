import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { NothingHere } from '../components/States';
import { Broken } from './Broken';
import { HomePage } from './pages/HomePage';
import { PostPage } from './pages/PostPage';
import { SignInPage } from './pages/SignInPage';
import { WritePage } from './pages/WritePage';
import { Page } from './Page';
import { Session } from './Session';
import { findSearch, homeSearch, inventorySearch, listSearch, mergeSearch, moderationSearch, newCommunitySearch, newEntrySearch, peopleSearch, planSearch, profileSearch, savedSearch, topicSearch, writeSearch } from './search';

const root = createRootRoute({ errorComponent: Broken });

const signIn = createRoute({ getParentRoute: () => root, path: '/sign-in', component: SignInPage });

/** Everything that only signed-in people see. */
const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  component: Session,
  errorComponent: Broken,
});

const home = createRoute({ getParentRoute: () => inside, path: '/', component: HomePage, validateSearch: homeSearch });
const write = createRoute({ getParentRoute: () => inside, path: '/write', component: WritePage, validateSearch: writeSearch });
const post = createRoute({ getParentRoute: () => inside, path: '/posts/$postId', component: PostPage });
const share = createRoute({
  getParentRoute: () => inside,
  path: '/posts/$postId/share',
  component: lazyRouteComponent(() => import('./pages/SharePage'), 'SharePage'),
});
const tag = createRoute({
  getParentRoute: () => inside,
  path: '/tags/$tag',
  component: lazyRouteComponent(() => import('./pages/TagPage'), 'TagPage'),
});
const search = createRoute({
  getParentRoute: () => inside,
  path: '/search',
  component: lazyRouteComponent(() => import('./pages/SearchPage'), 'SearchPage'),
  validateSearch: findSearch,
});
const catchUp = createRoute({
  getParentRoute: () => inside,
  path: '/catch-up',
  component: lazyRouteComponent(() => import('./pages/CatchUpPage'), 'CatchUpPage'),
});
const notifications = createRoute({
  getParentRoute: () => inside,
  path: '/notifications',
  component: lazyRouteComponent(() => import('./pages/NotificationsPage'), 'NotificationsPage'),
});
const mailPreferences = createRoute({
  getParentRoute: () => inside,
  path: '/notifications/preferences',
  component: lazyRouteComponent(() => import('./pages/MailPreferencesPage'), 'MailPreferencesPage'),
});
const unsubscribe = createRoute({
  getParentRoute: () => root,
  path: '/notifications/unsubscribe/$key',
  component: lazyRouteComponent(() => import('./pages/UnsubscribePage'), 'UnsubscribePage'),
});
const saved = createRoute({
  getParentRoute: () => inside,
  path: '/saved',
  component: lazyRouteComponent(() => import('./pages/SavedPage'), 'SavedPage'),
  validateSearch: savedSearch,
});
const scheduled = createRoute({
  getParentRoute: () => inside,
  path: '/scheduled',
  component: lazyRouteComponent(() => import('./pages/ScheduledPage'), 'ScheduledPage'),
});
const people = createRoute({
  getParentRoute: () => inside,
  path: '/people',
  component: lazyRouteComponent(() => import('./pages/PeoplePage'), 'PeoplePage'),
  validateSearch: peopleSearch,
});
const whoCanHelp = createRoute({
  getParentRoute: () => inside,
  path: '/who-can-help',
  component: lazyRouteComponent(() => import('./pages/WhoCanHelpPage'), 'WhoCanHelpPage'),
  validateSearch: topicSearch,
});
const profile = createRoute({
  getParentRoute: () => inside,
  path: '/people/$personId',
  component: lazyRouteComponent(() => import('./pages/ProfilePage'), 'ProfilePage'),
  validateSearch: profileSearch,
});
const following = createRoute({
  getParentRoute: () => inside,
  path: '/people/$personId/following',
  component: lazyRouteComponent(() => import('./pages/ProfilePage'), 'FollowingPage'),
});
const followers = createRoute({
  getParentRoute: () => inside,
  path: '/people/$personId/followers',
  component: lazyRouteComponent(() => import('./pages/ProfilePage'), 'FollowersPage'),
});
const communitiesOfPerson = createRoute({
  getParentRoute: () => inside,
  path: '/people/$personId/communities',
  component: lazyRouteComponent(() => import('./pages/ProfilePage'), 'CommunitiesOfPersonPage'),
});
const editProfile = createRoute({
  getParentRoute: () => inside,
  path: '/profile/edit',
  component: lazyRouteComponent(() => import('./pages/EditProfilePage'), 'EditProfilePage'),
});
const privacy = createRoute({
  getParentRoute: () => inside,
  path: '/profile/privacy',
  component: lazyRouteComponent(() => import('./pages/PrivacyPage'), 'PrivacyPage'),
});
const communities = createRoute({
  getParentRoute: () => inside,
  path: '/communities',
  component: lazyRouteComponent(() => import('./pages/CommunitiesPage'), 'CommunitiesPage'),
  validateSearch: listSearch,
});
const newCommunity = createRoute({
  getParentRoute: () => inside,
  path: '/new-community',
  component: lazyRouteComponent(() => import('./pages/NewCommunityPage'), 'NewCommunityPage'),
  validateSearch: newCommunitySearch,
});
const community = createRoute({
  getParentRoute: () => inside,
  path: '/communities/$slug',
  component: lazyRouteComponent(() => import('./pages/CommunityPage'), 'CommunityTalkPage'),
});
const communityAbout = createRoute({
  getParentRoute: () => inside,
  path: '/communities/$slug/about',
  component: lazyRouteComponent(() => import('./pages/CommunityPage'), 'CommunityAboutPage'),
});
const communityMembers = createRoute({
  getParentRoute: () => inside,
  path: '/communities/$slug/members',
  component: lazyRouteComponent(() => import('./pages/CommunityPage'), 'CommunityMembersPage'),
});
const editCommunity = createRoute({
  getParentRoute: () => inside,
  path: '/communities/$slug/edit',
  component: lazyRouteComponent(() => import('./pages/EditCommunityPage'), 'EditCommunityPage'),
});
const communityLibrary = createRoute({
  getParentRoute: () => inside,
  path: '/communities/$slug/library',
  component: lazyRouteComponent(() => import('./pages/CommunityPage'), 'CommunityLibraryPage'),
});
const libraryEntry = createRoute({
  getParentRoute: () => inside,
  path: '/communities/$slug/library/$entryId',
  component: lazyRouteComponent(() => import('./pages/LibraryPages'), 'LibraryEntryPage'),
});
const newLibraryEntry = createRoute({
  getParentRoute: () => inside,
  path: '/communities/$slug/library/new',
  component: lazyRouteComponent(() => import('./pages/LibraryPages'), 'NewLibraryEntryPage'),
  validateSearch: newEntrySearch,
});
const editLibraryEntry = createRoute({
  getParentRoute: () => inside,
  path: '/communities/$slug/library/$entryId/edit',
  component: lazyRouteComponent(() => import('./pages/LibraryPages'), 'EditLibraryEntryPage'),
});
const mergeCommunity = createRoute({
  getParentRoute: () => inside,
  path: '/communities/$slug/merge',
  component: lazyRouteComponent(() => import('./pages/MergeCommunityPage'), 'MergeCommunityPage'),
  validateSearch: mergeSearch,
});
const splitCommunity = createRoute({
  getParentRoute: () => inside,
  path: '/communities/$slug/split',
  component: lazyRouteComponent(() => import('./pages/SplitCommunityPage'), 'SplitCommunityPage'),
});
const communityRules = createRoute({
  getParentRoute: () => inside,
  path: '/communities/$slug/rules',
  component: lazyRouteComponent(() => import('./pages/CommunityRulesPage'), 'CommunityRulesPage'),
});
const communityPlan = createRoute({
  getParentRoute: () => inside,
  path: '/communities/$slug/plan',
  component: lazyRouteComponent(() => import('./pages/PlanPage'), 'PlanPage'),
  validateSearch: planSearch,
});
const inventory = createRoute({
  getParentRoute: () => inside,
  path: '/inventory',
  component: lazyRouteComponent(() => import('./pages/InventoryPage'), 'InventoryPage'),
  validateSearch: inventorySearch,
});
const addToInventory = createRoute({
  getParentRoute: () => inside,
  path: '/inventory/new',
  component: lazyRouteComponent(() => import('./pages/AddToInventoryPage'), 'AddToInventoryPage'),
});
const importInventory = createRoute({
  getParentRoute: () => inside,
  path: '/inventory/import',
  component: lazyRouteComponent(() => import('./pages/ImportInventoryPage'), 'ImportInventoryPage'),
});
const inventoryMap = createRoute({
  getParentRoute: () => inside,
  path: '/inventory/map',
  component: lazyRouteComponent(() => import('./pages/InventoryMapPage'), 'InventoryMapPage'),
});
const gaps = createRoute({
  getParentRoute: () => inside,
  path: '/inventory/gaps',
  component: lazyRouteComponent(() => import('./pages/LandscapePage'), 'GapsPage'),
});
const overlaps = createRoute({
  getParentRoute: () => inside,
  path: '/inventory/overlaps',
  component: lazyRouteComponent(() => import('./pages/LandscapePage'), 'OverlapsPage'),
});
const proposals = createRoute({
  getParentRoute: () => inside,
  path: '/inventory/proposals',
  component: lazyRouteComponent(() => import('./pages/LandscapePage'), 'ProposalsPage'),
});
const places = createRoute({
  getParentRoute: () => inside,
  path: '/places',
  component: lazyRouteComponent(() => import('./pages/PlacesPage'), 'PlacesPage'),
});
const webhooks = createRoute({
  getParentRoute: () => inside,
  path: '/webhooks',
  component: lazyRouteComponent(() => import('./pages/WebhooksPage'), 'WebhooksPage'),
});
const newWebhook = createRoute({
  getParentRoute: () => inside,
  path: '/webhooks/new',
  component: lazyRouteComponent(() => import('./pages/WebhooksPage'), 'NewWebhookPage'),
});
const webhook = createRoute({
  getParentRoute: () => inside,
  path: '/webhooks/$webhookId',
  component: lazyRouteComponent(() => import('./pages/WebhooksPage'), 'WebhookPage'),
});
const guard = createRoute({
  getParentRoute: () => inside,
  path: '/moderation/patterns',
  component: lazyRouteComponent(() => import('./pages/GuardPage'), 'GuardPage'),
});
const moderation = createRoute({
  getParentRoute: () => inside,
  path: '/moderation',
  component: lazyRouteComponent(() => import('./pages/ModerationPage'), 'ModerationPage'),
  validateSearch: moderationSearch,
});
const hidden = createRoute({
  getParentRoute: () => inside,
  path: '/hidden',
  component: lazyRouteComponent(() => import('./pages/ModerationPage'), 'HiddenPage'),
});
const nowhere = createRoute({
  getParentRoute: () => inside,
  path: '$',
  component: () => (
    <Page>
      <NothingHere />
    </Page>
  ),
});

const tree = root.addChildren([
  signIn,
  unsubscribe,
  inside.addChildren([
    home,
    write,
    post,
    share,
    tag,
    search,
    catchUp,
    notifications,
    mailPreferences,
    saved,
    scheduled,
    people,
    whoCanHelp,
    profile,
    following,
    followers,
    communitiesOfPerson,
    editProfile,
    privacy,
    communities,
    newCommunity,
    community,
    communityAbout,
    communityMembers,
    editCommunity,
  communityLibrary,
  libraryEntry,
  newLibraryEntry,
  editLibraryEntry,
  mergeCommunity,
  splitCommunity,
    communityRules,
    communityPlan,
    inventory,
    addToInventory,
    importInventory,
    inventoryMap,
    gaps,
    overlaps,
    proposals,
    places,
    webhooks,
    newWebhook,
    webhook,
    guard,
    moderation,
    hidden,
    nowhere,
  ]),
]);

export function createAppRouter() {
  return createRouter({ routeTree: tree, scrollRestoration: true, defaultPreload: 'intent', defaultErrorComponent: Broken });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}

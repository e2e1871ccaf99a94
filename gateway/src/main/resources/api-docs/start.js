function csrfToken() {
  const found = /(?:^|;\s*)(?:__Host-)?XSRF-TOKEN=([^;]*)/.exec(document.cookie);
  return found === null ? null : decodeURIComponent(found[1]);
}

SwaggerUIBundle({
  url: '/api/v1/openapi.json',
  dom_id: '#api',
  deepLinking: true,
  validatorUrl: null,
  // Whoever is signed in tries things out as themselves, with the session's cookie
  requestInterceptor: (request) => {
    const token = csrfToken();
    if (token !== null && request.url.startsWith(window.location.origin)) request.headers['X-XSRF-TOKEN'] = token;
    return request;
  },
});

// Asks who is signed in and what they may do while the application is still being fetched, which takes the answers up.
(function () {
    function ask(path) {
        return fetch(path, { headers: { Accept: 'application/json' } });
    }
    var session = ask('/api/v1/session');
    var me = session.then(function (answer) {
        return answer.ok ? ask('/api/v1/me') : null;
    });
    me.catch(function () {});
    window.tallyportAsked = { '/api/v1/session': session, '/api/v1/me': me };
})();

"""The test bed itself: servers, real commits, the browser."""

import urllib.request

from browsing import DESK


def test_server_answers_and_sees_what_is_committed_beside_it(server, visit):
    with server.env() as env:
        env.ref("base.user_admin").name = "云澜市管理员"

    page = visit(server, "admin", "admin", looks=DESK)

    page.wait_for_selector(".o_user_menu")
    assert "云澜市管理员" in page.content()


def test_env_is_rolled_back_on_an_error(server):
    class Mishap(Exception):
        pass

    try:
        with server.env() as env:
            env.ref("base.user_admin").login = "nobody"
            raise Mishap
    except Mishap:
        pass

    with server.connect() as connection, connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM res_users WHERE login = 'nobody'")
        assert cursor.fetchone() == (0,)


def test_killed_server_leaves_its_port_and_starts_again(start_server):
    server = start_server(workers=2)

    server.kill()
    server.start()

    with urllib.request.urlopen(f"{server.url}/web/login") as response:
        assert response.status == 200


def test_server_env_has_the_rights_of_the_login(server):
    with server.env("admin") as env:
        assert env.user.login == "admin"
        assert not env.su

from driftline.review.naming import names_apart


def test_files_of_one_name_are_told_apart_by_as_few_folders_as_that_takes():
    paths = ["/a/news/x.txt", "/b/news/x.txt", "/b/news/y.txt", "Pasted text 1"]
    assert names_apart(paths) == ["a/news/x.txt", "b/news/x.txt", "y.txt", "Pasted text 1"]
    assert names_apart(["/one/x.txt", "/two/x.txt"]) == ["one/x.txt", "two/x.txt"]


def test_one_path_has_one_name_however_often_it_stands_there():
    assert names_apart(["/a/x.txt", "/a/x.txt"]) == ["x.txt", "x.txt"]


def test_a_path_that_ends_as_another_does_is_told_apart_by_its_beginning():
    assert names_apart(["/x.txt", "/a/x.txt"]) == ["/x.txt", "a/x.txt"]

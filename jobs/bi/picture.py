"""Logs in to Superset with a headless Chromium and leaves a picture of the dashboard.

Usage: picture.py ADDRESS PASSWORD_FILE PICTURE    called by jobs/bi/superset.
"""

import shutil
import sys
from pathlib import Path

from selenium import webdriver
from selenium.common.exceptions import TimeoutException
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

address, password, picture = sys.argv[1], Path(sys.argv[2]).read_text().strip(), sys.argv[3]

programs = {program: shutil.which(program) for program in ("chromium", "chromedriver")}
if missing := [program for program, path in programs.items() if not path]:
    sys.exit(f"No picture: {' and '.join(missing)} is not on the PATH. Run .ci/setup, or leave --picture out.")

options = webdriver.ChromeOptions()
options.binary_location = programs["chromium"]
for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=1500,1250", "--lang=zh-CN"):
    options.add_argument(argument)

with webdriver.Chrome(options=options, service=Service(programs["chromedriver"])) as browser:
    wait = WebDriverWait(browser, 180)
    browser.get(f"{address}/login/")
    wait.until(lambda _: browser.find_elements(By.CSS_SELECTOR, "input[type=password]"))
    user, secret = browser.find_elements(By.CSS_SELECTOR, "input[type=text], input#username, input[type=password]")[:2]
    user.send_keys("admin")
    secret.send_keys(password)
    browser.find_element(By.CSS_SELECTOR, "button[type=submit], input[type=submit]").click()
    wait.until(lambda _: "/login" not in browser.current_url)
    browser.get(f"{address}/superset/dashboard/jindu/?standalone=1")
    try:
        wait.until(lambda _: len(browser.find_elements(By.CSS_SELECTOR, ".slice_container canvas, .slice_container svg")) >= 3)
        wait.until(lambda _: not browser.find_elements(By.CSS_SELECTOR, ".loading"))
    except TimeoutException:
        browser.save_screenshot(picture)
        sys.exit(f"Three charts were not drawn within three minutes; {picture} shows what was, and Superset's log says why.")
    # What is drawn grows into its place for a second.
    browser.execute_async_script("setTimeout(arguments[0], 3000)")
    browser.save_screenshot(picture)

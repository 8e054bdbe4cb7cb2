import Speakers
